import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import type { NewSuggestion } from '../../../db/queries/statements.ts';
import type { ArticleId, Statement } from '../../../main/contract/index.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

vi.setConfig({ testTimeout: 120_000 });
const everything = { selection: { of: 'everything' } } as const;

const quay = 'The quay stays closed until the board has met.';
const twice = 'We will not pay for the same wall twice.';
const silt = 'The silt has to go before the winter comes.';
const ferry = 'Nobody will wait for the ferry this year.';
const lamps = 'Every lamp on the pier was out that night.';
const body = [
  'The harbour board of Port Ellery met on Tuesday and talked about the north quay for three hours.',
  `“${quay}” said harbour master Ada Vale.`,
  `“${twice}” said treasurer Ola Brandt.`,
  `“${silt}” said engineer Tomas Reyl.`,
  `“${ferry}” said captain Ines Alder.`,
  `“${lamps}” said warden Jonas Pike.`,
  'The board meets again on Thursday, and the basin stays open until then, as it does every year.',
];

async function take(library: TestLibrary, title: string): Promise<ArticleId> {
  const { lines } = await library.take(
    library.file(`${title}.html`, page({ title, body: [...body, `${title} is the word that only this page has.`] })),
  );
  const article = lines[0]?.article;
  if (article == null) throw new Error(JSON.stringify(lines));
  return article;
}

async function statementsOf(library: TestLibrary, article: ArticleId): Promise<readonly Statement[]> {
  return (await library.call('articles.read', { article })).statements;
}

/** The statement with some words, whatever its state. */
async function standing(library: TestLibrary, article: ArticleId, words: string): Promise<Statement> {
  const found = (await statementsOf(library, article)).find(({ text }) => text.includes(words.slice(0, 12)));
  if (found === undefined) throw new Error(`nobody says “${words}”`);
  return found;
}

/** Writes into the library what an older version would have suggested, and what it would have missed. */
async function asOlder(
  library: TestLibrary,
  article: ArticleId,
  { missed = [], otherwise = [], invented = [] }: Partial<Record<'missed' | 'otherwise' | 'invented', string[]>>,
): Promise<void> {
  const { revision } = await library.call('articles.read', { article });
  const ids: string[] = [];
  for (const words of [...missed, ...otherwise]) ids.push((await standing(library, article, words)).id);
  await library.core.close();
  const database = new Database(join(library.path, 'library.sqlite'));
  for (const id of ids) database.prepare('DELETE FROM statements WHERE uuid = ?').run(id);
  database.close();
  await library.reopen();
  await library.core.context().pool.write('search.rebuild');
  const suggestion = (words: string, name: string): NewSuggestion => {
    const start = revision.text.indexOf(words);
    return {
      spans: [{ start, end: start + words.length }],
      kind: 'block',
      speakers: [{ name, role: null, organization: null }],
      described: null,
      said: null,
      confidence: 0.5,
      cue: null,
    };
  };
  await library.core.context().pool.write('statements.insertSuggestions', {
    article,
    revision: revision.id,
    suggestions: [
      ...otherwise.map((words) => suggestion(`“${words}”`, 'Nobody Atall')),
      ...invented.map((words) => suggestion(words, 'Ghost Writer')),
    ],
  });
}

const toldBy = (statements: readonly Statement[]) =>
  statements.map(({ text, speakers }) => `${speakers.map(({ name }) => name).join(', ')}: ${text}`);

describe('finding statements again', () => {
  it('suggests what was missed, tells otherwise what was told wrongly, and takes away what nobody says', async () => {
    const library = await makeLibrary();
    const article = await take(library, 'Quay');
    const untouched = await take(library, 'Basin');
    const made = await statementsOf(library, article);
    const other = await statementsOf(library, untouched);
    await asOlder(library, article, { missed: [quay], otherwise: [twice], invented: [body[0] ?? '', body[6] ?? ''] });
    expect(toldBy(await statementsOf(library, article))).not.toEqual(toldBy(made));
    const kept = await standing(library, article, silt);
    const told: unknown[] = [];
    library.core.on('library.changed', (change) => told.push(change));

    const result = await library.run('statements.findAgain', everything);

    expect(result).toEqual({
      counts: { unchanged: 1, renewed: 1, failed: 0 },
      suggestions: { added: 1, changed: 1, gone: 2 },
      failed: [],
      cancelled: false,
    });
    expect(toldBy(await statementsOf(library, article))).toEqual(toldBy(made));
    // What is told as before is the same statement, so whatever points to it still does.
    expect(await standing(library, article, silt)).toEqual(kept);
    expect(await statementsOf(library, untouched)).toEqual(other);
    expect(told.flat()).toContainEqual({ subject: 'statements', ids: null, articles: [article] });
    const { rows } = await library.call('statements.list', { speaker: 'Ghost Writer' });
    expect(rows).toEqual([]);
    expect(await library.search('in:statement quay')).toHaveLength(2);
    expect((await library.core.context().pool.maintain({}, 'check.searchIndex')).ok).toBe(true);
    const { rows: events } = await library.call('events.list', {});
    expect(events.find(({ kind }) => kind === 'extraction')).toMatchObject({
      outcome: 'success',
      detail:
        'Statements found again (everything): 1 unchanged, 1 with other suggestions, 0 failed. Suggestions: 1 new, 1 told otherwise, 2 gone.',
    });
    // Once more: there is nothing to do.
    expect(await library.run('statements.findAgain', everything)).toMatchObject({
      counts: { unchanged: 2, renewed: 0, failed: 0 },
      suggestions: { added: 0, changed: 0, gone: 0 },
    });
  });

  it('undoes nothing that a person decided, and suggests nothing again that they rejected', async () => {
    const library = await makeLibrary();
    const article = await take(library, 'Quay');
    await asOlder(library, article, { invented: [body[0] ?? ''] });
    const wrong = await standing(library, article, 'The harbour board');
    await library.call('statements.update', { id: wrong.id, state: 'confirmed' });
    const confirmed = await standing(library, article, quay);
    await library.call('statements.update', {
      id: confirmed.id,
      state: 'confirmed',
      speakers: [{ name: 'Ada Vale-Brandt', role: 'acting harbour master', organization: null }],
    });
    const rejected = await standing(library, article, twice);
    await library.call('statements.update', { id: rejected.id, state: 'rejected' });
    // Corrected and not confirmed: only its day, and its first words.
    const dated = await standing(library, article, silt);
    await library.call('statements.update', { id: dated.id, said: '2024-11-12' });
    const cut = await standing(library, article, ferry);
    if (cut.span === null) throw new Error('it is lost');
    await library.call('statements.update', {
      id: cut.id,
      words: { spans: [{ start: cut.span.start, end: cut.span.start + 8 }] },
    });
    const thrownAway = await standing(library, article, lamps);
    await library.call('statements.bin', { id: thrownAway.id });
    const before = await statementsOf(library, article);

    const result = await library.run('statements.findAgain', {
      selection: { of: 'articles', articles: [article] },
    });

    expect(result).toMatchObject({
      counts: { unchanged: 1, renewed: 0, failed: 0 },
      suggestions: { added: 0, changed: 0, gone: 0 },
    });
    expect(await statementsOf(library, article)).toEqual(before);
    const { rows } = await library.call('statements.list', { state: 'rejected' });
    expect(rows.map(({ id }) => id)).toEqual([rejected.id]);
    // Taken back from the bin it is there once.
    await library.call('statements.restore', { id: thrownAway.id });
    const pier = (await statementsOf(library, article)).filter(({ text }) => text.includes('lamp'));
    expect(pier.map(({ id }) => id)).toEqual([thrownAway.id]);
  });

  it('works in a collection alone, and names the articles in which it can’t', async () => {
    const library = await makeLibrary();
    const [inside, damaged, outside] = [
      await take(library, 'Quay'),
      await take(library, 'Pier'),
      await take(library, 'Basin'),
    ];
    for (const article of [inside, outside]) await asOlder(library, article, { missed: [quay] });
    const { id } = await library.call('collections.create', { name: 'Port', parent: null, query: null });
    await library.call('collections.add', { id, articles: [inside, damaged] });
    await library.core.close();
    const database = new Database(join(library.path, 'library.sqlite'));
    database
      .prepare(
        'UPDATE revision_contents SET words = substr(words, 1, 20) WHERE revision = (SELECT current_revision FROM articles WHERE uuid = ?)',
      )
      .run(damaged);
    database.close();
    await library.reopen();

    const result = await library.run('statements.findAgain', { selection: { of: 'collection', collection: id } });

    expect(result).toMatchObject({
      counts: { unchanged: 0, renewed: 1, failed: 1 },
      suggestions: { added: 1, changed: 0, gone: 0 },
      failed: [{ article: damaged, title: 'Pier', reason: expect.stringContaining('can’t be read') }],
    });
    expect((await statementsOf(library, inside)).some(({ text }) => text.includes('quay stays'))).toBe(true);
    expect((await statementsOf(library, outside)).some(({ text }) => text.includes('quay stays'))).toBe(false);
  });

  it('keeps what is done when it is cancelled, and writes nothing in a library that is only read', async () => {
    const library = await makeLibrary();
    for (let number = 0; number < 6; number += 1)
      await asOlder(library, await take(library, `Article ${number}`), { missed: [quay] });
    const stop = new AbortController();
    const cancelled = await library.run('statements.findAgain', everything, {
      signal: stop.signal,
      onProgress: ({ items }) => {
        if (items.done > 0) stop.abort();
      },
    });
    expect(cancelled.cancelled).toBe(true);
    expect(cancelled.counts.unchanged).toBe(0);
    expect(cancelled.counts.renewed).toBeLessThan(6);
    const rest = await library.run('statements.findAgain', everything);
    expect(rest.counts).toEqual({
      unchanged: cancelled.counts.renewed,
      renewed: 6 - cancelled.counts.renewed,
      failed: 0,
    });
    await library.reopen('read');
    await expect(library.run('statements.findAgain', everything)).rejects.toMatchObject({ code: 'library-read-only' });
  });
});
