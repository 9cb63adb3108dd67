import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CancelSlot } from '../../../db/cancel.ts';
import { openWritable } from '../../../db/open.ts';
import { setBinned } from '../../../db/queries/articles.ts';
import type { LedgerFilter } from '../../../db/queries/ledger-filter.ts';
import { listStatements } from '../../../db/queries/statement-ledger.ts';
import { updateStatement } from '../../../db/queries/statements.ts';
import { placesApart } from '../../../db/remembered-places.ts';
import type { WritableDb } from '../../../db/types.ts';
import { StatementSort } from '../../../main/contract/index.ts';
import { fillAround } from '../../bench/fill-around.ts';
import { fillLibrary } from '../../bench/fill-library.ts';
import { ArticleGenerator } from '../../bench/generator.ts';
import { openMarkedLibrary } from '../../support/marked-library.ts';

const any: LedgerFilter = {
  article: null,
  speaker: null,
  organization: null,
  role: null,
  words: null,
  kind: null,
  state: null,
  saidAfter: null,
  saidBefore: null,
  undated: null,
  publication: null,
  language: null,
};

/** What a page of the ledger asks of the database, as SQLite goes about it. */
function plansOf(db: WritableDb, filter: LedgerFilter, offset: number): string[] {
  const asked: string[] = [];
  const { prepare } = db;
  db.prepare = ((sql: string) => {
    asked.push(sql);
    return prepare(sql);
  }) as typeof db.prepare;
  try {
    listStatements(db, filter, { offset, limit: 10 });
  } finally {
    db.prepare = prepare;
  }
  const values = {
    kind: 'block',
    speaker: '%a%',
    state: 'suggested',
    after: '2010',
    before: '2012',
    words: '"a"',
    limit: 10,
    offset,
    leastSure: 0,
  };
  return asked
    .filter((sql) => sql.includes('FROM statements s'))
    .flatMap((sql) => db.prepare<[typeof values], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(values))
    .map(({ detail }) => detail)
    .filter((detail) => /\bs\b|TEMP B-TREE/.test(detail));
}

describe('in a library of many statements', () => {
  let folder: string;
  let db: WritableDb;
  let everything: string[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'verbatim-ledger-'));
    const file = join(folder, 'library.sqlite');
    openWritable(file).close();
    fillLibrary(file, new ArticleGenerator(), { from: 0, to: 150 });
    fillAround(file);
    db = openWritable(file);
    new CancelSlot(CancelSlot.buffer()).install(db);
    everything = listStatements(db, any, { offset: 0, limit: 1000 }).rows.map(({ id }) => id);
  });
  afterAll(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a page is counted and found on one index, without sorting, from whichever end is nearer', () => {
    const walk = 'SCAN s USING COVERING INDEX statements_ledger';
    expect(plansOf(db, { ...any, kind: 'block' }, 0)).toEqual([walk, walk]);
    const fresh = openWritable(db.name);
    new CancelSlot(CancelSlot.buffer()).install(fresh);
    const counted = ['live', 'suggested'].map((name) => `SCAN s USING COVERING INDEX statements_${name}`);
    expect(plansOf(fresh, any, 0)).toEqual([...counted, walk]);
    fresh.close();
    // All have been counted.
    expect(plansOf(db, any, 0)).toEqual([walk]);
    expect(plansOf(db, any, everything.length - 12)).toEqual([walk]);
    expect(plansOf(db, { ...any, speaker: 'a', state: 'suggested' }, 0)).toEqual([walk, walk]);
    const range = 'SEARCH s USING COVERING INDEX statements_ledger (dated>? AND dated<?)';
    // What a range leaves out for want of a day is counted along the same index, once while nothing changes.
    expect(plansOf(db, { ...any, saidAfter: '2010', saidBefore: '2012' }, 0)).toEqual([
      range,
      range,
      'SCAN s USING COVERING INDEX statements_ledger',
    ]);
  });

  it('pages follow one another without gap or overlap, from the first to the last', () => {
    expect(everything.length).toBeGreaterThan(60);
    const waiting = { ...any, state: 'suggested' as const };
    for (const filter of [any, waiting, { ...any, state: 'rejected' as const }, { ...any, speaker: 'al' }]) {
      const { rows: whole, total } = listStatements(db, filter, { offset: 0, limit: 1000 });
      expect(whole).toHaveLength(total);
      const paged: string[] = [];
      for (let offset = 0; offset < total + 14; offset += 7)
        paged.push(...listStatements(db, filter, { offset, limit: 7 }).rows.map(({ id }) => id));
      expect(paged).toEqual(whole.map(({ id }) => id));
    }
  });

  it('counts again after every change, also one that another connection made', () => {
    const before = listStatements(db, any, { offset: 0, limit: 1 });
    const other = openWritable(db.name);
    updateStatement(other, { id: before.rows[0]?.id ?? '', state: 'rejected' });
    expect(listStatements(db, any, { offset: 0, limit: 1 }).total).toBe(before.total - 1);
    updateStatement(db, { id: before.rows[0]?.id ?? '', state: 'confirmed' });
    expect(listStatements(db, any, { offset: 0, limit: 1 }).total).toBe(before.total);
    const article = before.rows[0]?.article ?? '';
    const ofArticle = listStatements(db, { ...any, article }, { offset: 0, limit: 50 }).total;
    setBinned(other, [article], '2026-01-01T00:00:00.000Z', 'Verbatim test');
    const after = listStatements(db, any, { offset: 0, limit: 1000 });
    expect(after.total).toBe(before.total - ofArticle);
    expect(after.rows).toHaveLength(after.total);
    expect(after.rows.filter(({ state }) => state === 'suggested')).toHaveLength(after.suggested);
    setBinned(other, [article], null, 'Verbatim test');
    other.close();
  });

  it('words that stand in many statements are looked for along the order, those in few are sorted, and both find the same', () => {
    const { rows } = listStatements(db, { ...any, words: '"the"*' }, { offset: 0, limit: 1000 });
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.map(({ id }) => id)).toEqual(everything.filter((id) => rows.some((row) => row.id === id)));
  });

  it('is given up where it stands', () => {
    const slot = new CancelSlot(CancelSlot.buffer());
    const other = openWritable(db.name);
    slot.install(other);
    slot.running = 7;
    slot.cancel(7);
    expect(() => listStatements(other, { ...any, kind: 'block' }, { offset: 0, limit: 10 })).toThrow('Cancelled.');
    other.close();
  });
});

describe('in a ledger that is scrolled anywhere', () => {
  let folder: string;
  let db: WritableDb;
  let walked = 0;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'verbatim-ledger-'));
    const file = join(folder, 'library.sqlite');
    openWritable(file).close();
    fillLibrary(file, new ArticleGenerator(), { from: 0, to: 100 });
    db = openWritable(file);
    // It is asked at every 64th row that is looked at.
    db.function('keep_going', { deterministic: false }, () => {
      walked += 64;
      return 1;
    });
    // Many of one day, and some without any.
    db.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 330)
      INSERT INTO statements (uuid, article, made_in, kind, state, dated, confidence, quote, prefix, suffix, created, modified)
      SELECT hex(randomblob(16)), s.article, s.made_in, s.kind, CASE WHEN i % 3 = 0 THEN 'confirmed' ELSE 'suggested' END,
        CASE i % 4 WHEN 0 THEN '' WHEN 1 THEN s.dated ELSE '2016-11-14' END, 0.9, s.quote, '', '', s.created, s.modified
      FROM statements s, n`);
  });
  afterAll(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const inOrder = (condition: string): string[] =>
    db
      .prepare<[], string>(
        `SELECT uuid FROM statements WHERE binned IS NULL AND ${condition} ORDER BY dated DESC, article DESC, id`,
      )
      .pluck()
      .all();
  const page = (filter: LedgerFilter, offset: number) => {
    walked = 0;
    const { rows } = listStatements(db, filter, { offset, limit: 10 });
    return rows.map(({ id }) => id as string);
  };

  /** Each order as a person would check it, over what is listed. */
  const orders: Readonly<Record<StatementSort, string>> = {
    newest: 's.dated DESC, s.article DESC, s.id',
    oldest: `s.dated = '', s.dated, s.article, s.id`,
    found: 's.id DESC',
    surest: 's.confidence DESC, s.dated DESC, s.article DESC, s.id',
    'least-sure': 's.confidence, s.dated, s.article, s.id DESC',
    speaker: 'k.folded IS NULL, k.folded, s.dated DESC, s.article DESC, s.id',
  };

  it.each(StatementSort.options)('each page of the order “%s” is the one that stands there', (sort) => {
    db.exec(`UPDATE statements SET speaker = NULL WHERE id % 5 = 0; UPDATE statements SET confidence = (id % 7) / 7.0`);
    const whole = db
      .prepare<[], string>(
        `SELECT s.uuid FROM statements s LEFT JOIN speakers k ON k.id = s.speaker
         WHERE s.binned IS NULL AND s.state <> 'rejected' ORDER BY ${orders[sort]}`,
      )
      .pluck()
      .all();
    for (const offset of [0, 1, placesApart - 5, 2 * placesApart + 3, Math.floor(whole.length / 2), whole.length - 4]) {
      const { rows } = listStatements(db, any, { sort, offset, limit: 10 });
      expect(rows.map(({ id }) => id)).toEqual(whole.slice(offset, offset + 10));
    }
    // Of few, which are gathered and sorted, it is the same order.
    const [one] = db.prepare<[], string>('SELECT uuid FROM speakers ORDER BY id LIMIT 1').pluck().all();
    const { rows } = listStatements(db, { ...any, person: one ?? '' }, { sort, offset: 0, limit: 50 });
    expect(rows.length).toBeGreaterThan(0);
    const ids = rows.map(({ id }) => id as string);
    expect(ids).toEqual(whole.filter((id) => ids.includes(id)));
  });

  it('each page is the one that stands there, from wherever one comes', () => {
    for (const [filter, condition] of [
      [any, `state <> 'rejected'`],
      [{ ...any, state: 'confirmed' as const }, `state = 'confirmed'`],
    ] as const) {
      const whole = inOrder(condition);
      expect(whole.length).toBeGreaterThan(3 * placesApart);
      const middle = Math.floor(whole.length / 2);
      const places = [
        0,
        1,
        placesApart - 1,
        placesApart,
        placesApart + 1,
        2 * placesApart - 5,
        middle - 1,
        middle,
        middle + 1,
      ];
      for (const offset of [...places, ...places.toReversed().map((place) => Math.max(0, whole.length - 10 - place))])
        expect(page(filter, offset), `${offset}`).toEqual(whole.slice(offset, offset + 10));
      expect(page(filter, whole.length - 3)).toEqual(whole.slice(-3));
      expect(page(filter, whole.length)).toEqual([]);
    }
  });

  it('the way there is walked once: who scrolls on from a far place walks a stretch, until something changes', () => {
    const whole = inOrder(`state <> 'rejected'`);
    const far = Math.floor(whole.length / 2) - 100;
    updateStatement(db, { id: whole[0] ?? '', kind: 'direct' });
    expect(page(any, far)).toEqual(whole.slice(far, far + 10));
    expect(walked).toBeGreaterThan(far * 0.8);
    for (const offset of [far + 10, far - 10, far - placesApart, far - 2 * placesApart, far]) {
      expect(page(any, offset)).toEqual(whole.slice(offset, offset + 10));
      expect(walked, `${offset}`).toBeLessThan(placesApart * 1.5);
    }
    // What stood first is taken away: everything moves up.
    updateStatement(db, { id: whole[0] ?? '', state: 'rejected' });
    expect(page(any, far)).toEqual(whole.slice(far + 1, far + 11));
  });
});

it('a statement moves in the order when its day is corrected, and when its article gets another date', async () => {
  const library = await openMarkedLibrary();
  const paragraphs = ['The quay will close on Friday.', 'Boats have to leave the harbour before noon.'];
  const suggestions = (said: string | null) => (text: string) => [
    {
      spans: [{ start: 0, end: text.length }],
      kind: 'block' as const,
      speakers: [],
      described: null,
      said: said === null ? null : { value: said, precision: 'day' as const },
      confidence: 0.9,
      cue: null,
    },
  ];
  const take = (name: string, published: string, said: string | null, more: readonly string[] = []) =>
    library.take({
      title: name,
      url: `https://courier.example/${name}`,
      published,
      paragraphs: [...paragraphs, ...more],
      suggestions: suggestions(said),
    });
  await take('Undated', '2021-05-01', null);
  await take('Middle', '2020-01-01', '2022-03-04');
  await take('Old', '2019-01-01', null);
  const list = async () => (await library.statements['statements.list']({ offset: 0, limit: 50 }, library.call)).rows;
  const titles = async () => (await list()).map(({ articleTitle }) => articleTitle);
  expect(await titles()).toEqual(['Middle', 'Undated', 'Old']);
  const { id } = (await list())[0] ?? { id: '' };
  await library.statements['statements.update']({ id: id as never, said: '2018-07' }, library.call);
  expect(await titles()).toEqual(['Undated', 'Old', 'Middle']);
  await library.statements['statements.update']({ id: id as never, said: null }, library.call);
  expect(await titles()).toEqual(['Undated', 'Middle', 'Old']);
  await take('Old', '2023-09-09', null, ['The paper corrected its date.']);
  expect((await titles())[0]).toBe('Old');
});
