import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyLibrary } from '../../../db/maintenance/backup.ts';
import type { MaintenanceControl } from '../../../db/maintenance/maintenance.ts';
import { checkSearchIndex } from '../../../db/maintenance/search-index.ts';
import { checkSoundness } from '../../../db/maintenance/soundness.ts';
import { openReadable, openWritable } from '../../../db/open.ts';
import { DatabasePool } from '../../../db/pool.ts';
import { recordEvent } from '../../../db/queries/events.ts';
import type { Progress } from '../../../main/contract/index.ts';
import { makeLibrary, page } from '../../support/library.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-maintenance-'));
  file = join(folder, 'library.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const event = (detail: string) =>
  ({ kind: 'check', agent: 'test', subject: null, outcome: 'success', detail }) as const;

/** A library of some megabytes. */
function heavyLibrary(): void {
  const db = openWritable(file);
  for (let number = 0; number < 200; number += 1) recordEvent(db, event('x'.repeat(100_000)));
  db.close();
}

/** Lets work go on for so many of its questions, then gives it up. */
function givenUpAfter(questions: number): MaintenanceControl {
  let left = questions;
  return {
    keepGoing() {
      left -= 1;
      if (left < 0) throw new DOMException('Cancelled.', 'AbortError');
    },
    progress: () => undefined,
  };
}
function watched(): MaintenanceControl & { readonly told: Progress[] } {
  const told: Progress[] = [];
  return { told, keepGoing: () => undefined, progress: (progress) => told.push(progress) };
}

describe('a backup', () => {
  it('is the library as it was when it began, whole and alone, whatever is written meanwhile', async () => {
    heavyLibrary();
    const writer = openWritable(file);
    const reader = openReadable(file);
    const copy = join(folder, 'copy.sqlite');
    const control = watched();
    await copyLibrary(
      reader,
      {
        ...control,
        keepGoing: () => {
          expect(existsSync(copy)).toBe(false);
          recordEvent(writer, event('written meanwhile'));
        },
      },
      copy,
    );
    expect(writer.prepare('SELECT count(*) FROM events WHERE detail = ?').pluck().get('written meanwhile')).not.toBe(0);
    writer.close();
    reader.close();
    const db = new Database(copy, { readonly: true });
    expect(db.prepare('SELECT count(*) FROM events').pluck().get()).toBe(200);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('journal_mode', { simple: true })).toBe('delete');
    db.close();
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.sqlite']);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(control.told[0]?.bytes.total).toBeGreaterThan(20_000_000);
  });

  it('leaves nothing when it is given up in the middle', async () => {
    heavyLibrary();
    const reader = openReadable(file);
    await expect(copyLibrary(reader, givenUpAfter(3), join(folder, 'copy.sqlite'))).rejects.toMatchObject({
      name: 'AbortError',
    });
    reader.close();
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([]);
  });
});

describe('the check of the database', () => {
  it('says how far it is, table by table, and ends when it is given up', () => {
    heavyLibrary();
    const reader = openReadable(file);
    const control = watched();
    expect(checkSoundness(reader, control).map(({ ok }) => ok)).toEqual([true, true]);
    expect(control.told[0]?.items.total).toBeGreaterThan(20);
    expect(() => checkSoundness(reader, givenUpAfter(3))).toThrowError(/Cancelled/);
    reader.close();
  });

  it('finds references that lead nowhere', () => {
    openWritable(file).close();
    const raw = new Database(file);
    raw.pragma('foreign_keys = OFF');
    raw.exec('INSERT INTO collection_articles (collection, article, position) VALUES (7, 7, 0)');
    raw.close();
    const reader = openReadable(file);
    expect(checkSoundness(reader, watched())).toMatchObject([
      { check: 'integrity', ok: true },
      { check: 'foreign keys', ok: false, detail: expect.stringContaining('from collection_articles') },
    ]);
    reader.close();
  });
});

describe('the check of the search index', () => {
  it('notices words that drifted from their article, on a connection that can only read, and leaves no trace', async () => {
    const library = await makeLibrary();
    await library.take(library.file('a.html', page({ title: 'Harbour opens', body: ['The harbour opens again.'] })));
    const db = join(library.path, 'library.sqlite');
    await library.core.close();
    const before = openReadable(db);
    expect(checkSearchIndex(before, watched())).toMatchObject({ ok: true, detail: expect.stringContaining('all 1 ') });
    before.close();
    const raw = new Database(db);
    raw.exec("UPDATE articles SET title = 'Harbour closes'");
    raw.close();
    const after = openReadable(db);
    expect(checkSearchIndex(after, watched())).toMatchObject({ ok: false });
    // A second look on the same connection finds no remains of the first.
    expect(checkSearchIndex(after, watched())).toMatchObject({ ok: false });
    expect(after.prepare('SELECT count(*) FROM temp.sqlite_schema').pluck().get()).toBe(0);
    expect(() => checkSearchIndex(after, givenUpAfter(0))).toThrowError(/Cancelled/);
    after.close();
  });

  it('is given up while writes and reads go on beside it', async () => {
    openWritable(file).close();
    // Two thousand articles, of which each takes some milliseconds to be read.
    const articles = (title: string) => `DROP VIEW search_content; CREATE VIEW search_content AS
      WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 2000)
      SELECT id, ${title} AS title, '' AS byline, '' AS publication, '' AS body, '' AS captions, '' AS notes, '' AS codes FROM n;`;
    const raw = new Database(file);
    raw.exec(`${articles("'harbour'")} INSERT INTO search_index (search_index) VALUES ('rebuild');`);
    raw.exec(
      articles(`CASE WHEN (WITH RECURSIVE m (i) AS (SELECT n.id UNION ALL SELECT i + 1 FROM m WHERE i < 200000)
        SELECT max(i) FROM m) > 0 THEN 'harbour' END`),
    );
    raw.close();
    const pool = await DatabasePool.open({ file, mode: 'write', agent: 'Verbatim test' });
    const given = new AbortController();
    let begun = () => {};
    const beginning = new Promise<void>((resolve) => {
      begun = resolve;
    });
    let over = false;
    const checking = pool.maintain({ signal: given.signal, onProgress: begun }, 'check.searchIndex').finally(() => {
      over = true;
    });
    await beginning;
    await Promise.all([
      pool.write('events.record', event('beside it')),
      pool.writeBatch('events.record', event('beside it')),
      pool.read('settings.get', 'any'),
      pool.read('settings.get', 'any'),
    ]);
    expect((await pool.read('events.list', { offset: 0, limit: 10 })).total).toBe(2);
    expect(over).toBe(false);
    given.abort();
    await expect(checking).rejects.toMatchObject({ name: 'AbortError' });
    await pool.close();
  });
});
