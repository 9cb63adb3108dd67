import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, vi } from 'vitest';
import type { ArticleId, ExtractionLine } from '../../../main/contract/index.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';
import { changeStored } from '../../support/stored-revisions.ts';
import { runTerminal } from '../cli/run-terminal.ts';

vi.setConfig({ testTimeout: 180_000 });
const everything = { selection: { of: 'everything' } } as const;
const said =
  'Harbour master Ada Vale told us that “The quay stays closed until the board has met” on Thursday evening.';
const titles = ['Quay', 'Basin', 'Ferry', 'Pier', 'Lamp'] as const;
type Title = (typeof titles)[number];

/** A library with one page a title, each with a word of its own and a statement. */
async function filled(): Promise<{ library: TestLibrary; articles: Readonly<Record<Title, ArticleId>> }> {
  const library = await makeLibrary();
  const { lines } = await library.take(
    ...titles.map((title) =>
      library.file(
        `${title}.html`,
        page({
          title,
          body: [
            `The ${title.toLowerCase()} is what the harbour board of Port Ellery decided about at its meeting on Tuesday.`,
            said,
            `Nobody but this page says ${title.toLowerCase()}ishly, which its clerk wrote down word for word on that day.`,
          ],
        }),
      ),
    ),
  );
  const articles = Object.fromEntries(
    titles.map((title) => [title, lines.find(({ path }) => path.endsWith(`${title}.html`))?.article]),
  ) as Record<Title, ArticleId>;
  for (const article of Object.values(articles)) {
    const { revision } = await library.call('articles.read', { article });
    const start = revision.text.indexOf('The quay stays');
    const span = { article, revision: revision.id, start, end: start + 'The quay stays closed'.length };
    await library.call('statements.create', { ...span, kind: 'direct', speakers: [], said: null });
  }
  return { library, articles };
}

async function behindItsBack(library: TestLibrary, change: (db: Database.Database) => void): Promise<void> {
  await library.core.close();
  const db = new Database(join(library.path, 'library.sqlite'));
  change(db);
  db.close();
  await library.reopen();
}

const ofArticle = 'revision = (SELECT current_revision FROM articles WHERE uuid = ?)';

it('damaged words are made again from the original by extracting again, with the hash they had', async () => {
  const { library, articles } = await filled();
  const made = await library.call('articles.read', { article: articles.Quay });
  const before = await library.call('statements.list', { query: '“The quay stays closed”', state: 'confirmed' });
  expect(before.rows).toHaveLength(titles.length);
  await behindItsBack(library, (db) => {
    const pier = db
      .prepare('SELECT r.uuid FROM articles a JOIN revisions r ON r.id = a.current_revision WHERE a.uuid = ?')
      .pluck()
      .get(articles.Pier);
    changeStored(db, ({ uuid, text }) => (uuid === pier ? { text: text.replace('Tuesday', 'Sunday') } : null));
    db.prepare(`UPDATE revision_contents SET words = substr(words, 1, 20) WHERE ${ofArticle}`).run(articles.Quay);
    db.prepare(`DELETE FROM revision_contents WHERE ${ofArticle}`).run(articles.Basin);
    db.prepare(`UPDATE revision_contents SET removals = x'00' WHERE ${ofArticle}`).run(articles.Ferry);
  });
  // Health makes the index anew, without what can't be read.
  await library.core.context().pool.write('search.rebuild');
  expect((await library.call('search.run', { query: 'quayishly' })).summary.total).toBe(0);

  const lines: ExtractionLine[] = [];
  library.core.on('extraction.lines', (told) => lines.push(...told.lines));
  const result = await library.run('articles.extractAgain', everything);

  expect(result).toMatchObject({ counts: { unchanged: 1, mended: 4, revision: 0, failed: 0 }, failed: [] });
  expect(lines.find(({ article }) => article === articles.Quay)).toMatchObject({
    outcome: 'mended',
    revision: null,
    reason: expect.stringMatching(/^The stored words of revision 1 were damaged, and were made again/),
  });
  expect((await library.call('articles.read', { article: articles.Quay })).revision).toEqual(made.revision);
  for (const title of titles) {
    const { revision } = await library.call('articles.read', { article: articles[title] });
    expect(revision.text).toContain(`says ${title.toLowerCase()}ishly`);
    expect(revision.text).toContain('Tuesday');
    const { rows } = await library.call('search.run', { query: `${title}ishly` });
    expect(rows.map(({ article }) => article.id)).toEqual([articles[title]]);
  }
  expect((await library.call('search.run', { query: 'Sunday' })).summary.total).toBe(0);
  expect(
    (await library.call('statements.list', { query: '“The quay stays closed”', state: 'confirmed' })).rows,
  ).toEqual(before.rows);
  const { lines: checked, ok } = await library.run('health.check', {});
  expect(checked.filter((line) => !line.ok)).toEqual([]);
  expect(ok).toBe(true);
  const { rows: events } = await library.call('events.list', {});
  expect(events.filter(({ kind }) => kind === 'mend').map(({ subject }) => subject)).toEqual(
    expect.arrayContaining(
      [articles.Quay, articles.Basin, articles.Ferry, articles.Pier].map((article) => `article ${article}`),
    ),
  );
  const again = await library.run('articles.extractAgain', everything);
  expect(again.counts).toEqual({ unchanged: titles.length, mended: 0, revision: 0, failed: 0 });
});

it('words that the index still holds are mended without touching it', async () => {
  const { library, articles } = await filled();
  await behindItsBack(library, (db) => {
    db.prepare(`UPDATE revision_contents SET words = substr(words, 1, 20) WHERE ${ofArticle}`).run(articles.Quay);
  });
  expect((await library.run('articles.extractAgain', everything)).counts).toMatchObject({ mended: 1, failed: 0 });
  const { lines } = await library.run('health.check', {});
  expect(lines.filter((line) => !line.ok)).toEqual([]);
});

it('words that the original no longer gives are named, left as they are, and hold up no other', async () => {
  const { library, articles } = await filled();
  await behindItsBack(library, (db) => {
    // An older extractor had read other words, and what is kept of them is damaged.
    db.prepare(
      `UPDATE revisions SET extractor = 'html/0', sha256 = '${'ab'.repeat(32)}' WHERE id = (SELECT current_revision FROM articles WHERE uuid = ?)`,
    ).run(articles.Quay);
    for (const article of [articles.Quay, articles.Lamp])
      db.prepare(`UPDATE revision_contents SET words = substr(words, 1, 20) WHERE ${ofArticle}`).run(article);
  });
  const result = await library.run('articles.extractAgain', everything);
  expect(result).toMatchObject({
    counts: { unchanged: 3, mended: 1, revision: 0, failed: 1 },
    failed: [{ article: articles.Quay, title: 'Quay', reason: expect.stringMatching(/damaged.*other words.*backup/) }],
  });
  await expect(library.call('articles.read', { article: articles.Quay })).rejects.toMatchObject({
    code: 'library-damaged',
    message: expect.stringContaining('Extract them again'),
  });
});

it('show --all names an article whose words are damaged and goes on', async () => {
  const { library, articles } = await filled();
  await behindItsBack(library, (db) => {
    db.prepare(`UPDATE revision_contents SET words = substr(words, 1, 20) WHERE ${ofArticle}`).run(articles.Quay);
  });
  await library.core.close();
  for (const format of ['text', 'json', 'markdown']) {
    const shown = await runTerminal('show', library.path, '--all', '--format', format);
    expect(shown.code, format).toBe(2);
    expect(shown.stderr, format).toContain(
      `Left out, “Quay” (${articles.Quay}): The words of a revision can’t be read`,
    );
    for (const title of titles.slice(1)) expect(shown.stdout, format).toContain(`${title.toLowerCase()}ishly`);
    expect(shown.stdout, format).not.toContain('quayishly');
  }
  const again = await runTerminal('extract-again', library.path, '--all');
  expect(again.code).toBe(0);
  expect(again.stdout).toContain('4 unchanged, 1 mended, 0 with a new revision, 0 failed.');
  expect((await runTerminal('show', library.path, '--all')).code).toBe(0);
});
