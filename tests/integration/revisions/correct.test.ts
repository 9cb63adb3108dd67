import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { ArticleId, ArticleView } from '../../../main/contract/index.ts';
import { verifyRevision } from '../../../main/core/verbatim-check/index.ts';
import { makeLibrary, type TestLibrary } from '../../support/library.ts';
import { changeStored } from '../../support/stored-revisions.ts';

const story = (
  lead: string,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Quay to close</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Quay to close</h1>
<p>${lead}</p>
<aside class="sidebar"><h3>What the wardens wrote</h3>
<p>Harbour Warden Inès Calloway issued the following statement on Monday:</p>
<p>“Nobody who reports a <em>spill</em> to us will be fined for reporting it.”</p></aside>
<p>The board of Port Ellery meets on Thursday, and the basin stays open until then, as it does every year.</p>
<p>Residents can write to the harbour office until the end of the month, and every letter will be answered there.</p>
</article></body></html>`;
const lead =
  'The north quay will close on Monday for three weeks, the harbour board decided at its meeting on Tuesday.';
const quoted = 'Nobody who reports a spill to us will be fined for reporting it.';

async function taken(library: TestLibrary): Promise<ArticleId> {
  const { lines } = await library.take(library.file('quay.html', story(lead)));
  const article = lines[0]?.article;
  if (article == null) throw new Error(JSON.stringify(lines));
  return article;
}
const read = (library: TestLibrary, article: ArticleId) => library.call('articles.read', { article });
const entryOf = (view: ArticleView, words: string) =>
  view.revision.removals.findIndex(({ text, place }) => text.includes(words) && place !== undefined);

async function putBack(library: TestLibrary, view: ArticleView, words: string) {
  return library.call('revisions.correct', {
    article: view.article.id,
    revision: view.revision.id,
    putBack: [{ entry: entryOf(view, words) }],
  });
}
async function mark(library: TestLibrary, view: ArticleView, words: string) {
  const start = view.revision.text.indexOf(words);
  const place = { article: view.article.id, revision: view.revision.id, start, end: start + words.length };
  return library.call('annotations.create', { ...place, color: 'amber' });
}
const placesOf = (view: ArticleView) => view.annotations.map(({ placement, span }) => [placement, span?.start]);

describe('putting back what was left out', () => {
  it('makes a new revision of the same capture with the part at its place, and moves the marks', async () => {
    const library = await makeLibrary();
    const article = await taken(library);
    const first = await read(library, article);
    await mark(library, first, 'north quay');
    await mark(library, first, 'every letter will be answered');
    expect(first.revision.text).not.toContain(quoted);
    expect(await library.search('fined')).toEqual([]);

    const made = await putBack(library, first, 'What the wardens wrote');

    const second = await read(library, article);
    expect(made).toEqual({
      revision: second.revision.id,
      number: 2,
      placed: { exact: 1, moved: 1, changed: 0, lost: 0 },
    });
    expect(second.current).toBe(true);
    expect(second.revision.capture).toBe(first.revision.capture);
    expect(second.revision.extractor).toBe(`${first.revision.extractor}+person`);
    expect(second.revision.document.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(second.revision.text).toContain(
      `\n\nWhat the wardens wrote\n\nHarbour Warden Inès Calloway issued the following statement on Monday:\n\n“${quoted}”\n\n`,
    );
    const start = second.revision.text.indexOf('every letter');
    expect(placesOf(second)).toEqual([
      ['exact', 4],
      ['moved', start],
    ]);
    // The words were looked for in the original, are found, and were searched for whose they are.
    await verifyRevision(library.core.context(), second.revision.id);
    expect(await library.search('fined')).toEqual(['Quay to close']);
    expect(second.statements.map(({ text, speakers }) => [text, speakers[0]?.name])).toEqual([
      [quoted, 'Inès Calloway'],
    ]);
    const { rows } = await library.call('events.list', {});
    expect(rows.find(({ kind }) => kind === 'revision')).toMatchObject({
      agent: 'person',
      subject: `article ${article}`,
      detail: 'Revision 2 corrected by hand: 1 left-out part put back.',
    });
    expect((await library.core.context().pool.maintain({}, 'check.searchIndex')).ok).toBe(true);
  });

  it('is undone by making the revision before the current one again, and done again', async () => {
    const library = await makeLibrary();
    const article = await taken(library);
    const first = await read(library, article);
    await mark(library, first, 'every letter will be answered');
    const before = await read(library, article);
    const { revision } = await putBack(library, before, 'What the wardens wrote');
    await mark(library, await read(library, article), 'basin stays open');

    await library.call('revisions.makeCurrent', { article, revision: first.revision.id });

    const undone = await read(library, article);
    expect(undone.revision).toEqual(first.revision);
    expect(undone.current).toBe(true);
    expect(undone.annotations[1]).toEqual(before.annotations[0]);
    // A mark that was made in the other revision has its place here; what was suggested there is gone again.
    expect(undone.annotations[0]).toMatchObject({ quote: 'basin stays open', placement: 'moved' });
    expect(undone.statements).toEqual([]);
    expect((await library.call('statements.list', {})).total).toBe(0);
    expect(await library.search('fined')).toEqual([]);
    expect((await library.core.context().pool.maintain({}, 'check.searchIndex')).ok).toBe(true);

    await library.call('revisions.makeCurrent', { article, revision });
    const again = await read(library, article);
    expect(again.revision.id).toBe(revision);
    expect(again.statements.map(({ text }) => text)).toEqual([quoted]);
    expect(again.revisions).toHaveLength(2);
    expect((await library.core.context().pool.maintain({}, 'check.searchIndex')).ok).toBe(true);
  });

  it('keeps a statement that a person confirmed, with its words, when its passage is taken out again', async () => {
    const library = await makeLibrary();
    const article = await taken(library);
    const first = await read(library, article);
    await putBack(library, first, 'What the wardens wrote');
    const [statement] = (await read(library, article)).statements;
    if (statement === undefined) throw new Error('nothing was suggested');
    await library.call('statements.update', { id: statement.id, state: 'confirmed' });
    await library.call('revisions.makeCurrent', { article, revision: first.revision.id });
    expect((await read(library, article)).statements).toMatchObject([
      { id: statement.id, placement: 'lost', text: quoted, state: 'confirmed' },
    ]);
  });

  it('sets a block aside, whose marks are lost, and counts furniture in', async () => {
    const library = await makeLibrary();
    const article = await taken(library);
    const first = await read(library, article);
    await mark(library, first, 'basin stays open');
    const roles = (block: number, role: 'body' | 'furniture') => ({ roles: [{ block, role }] });
    const aside = await library.call('revisions.correct', {
      article,
      revision: first.revision.id,
      ...roles(1, 'furniture'),
    });
    expect(aside.placed).toEqual({ exact: 0, moved: 0, changed: 0, lost: 1 });
    const second = await read(library, article);
    expect(second.revision.text).not.toContain('basin');
    await library.call('revisions.correct', { article, revision: aside.revision, ...roles(1, 'body') });
    const third = await read(library, article);
    expect(third.revision.text).toBe(first.revision.text);
    expect(third.annotations).toMatchObject([{ placement: 'exact' }]);
    expect(third.revision.extractor).toBe(second.revision.extractor);
  });

  it('refuses to correct anything but the current revision, and words that the original does not hold', async () => {
    const library = await makeLibrary();
    const article = await taken(library);
    const first = await read(library, article);
    await putBack(library, first, 'What the wardens wrote');
    await expect(putBack(library, first, 'Home')).rejects.toMatchObject({ code: 'conflict' });

    const second = await read(library, article);
    const forged = second.revision.removals.map((entry) => ({ ...entry, text: entry.text.replace('Home', 'Homer') }));
    await library.core.close();
    const database = new Database(join(library.path, 'library.sqlite'));
    changeStored(database, ({ uuid }) => (uuid === second.revision.id ? { removals: JSON.stringify(forged) } : null));
    database.close();
    await library.reopen();
    await expect(putBack(library, await read(library, article), 'Homer')).rejects.toMatchObject({
      code: 'words-differ',
      message: expect.stringMatching(/^Nothing was changed: the original “quay\.html” does not hold “Homer News”/),
    });
    expect((await read(library, article)).revision.id).toBe(second.revision.id);
  });

  it('goes out in a package and comes back equal', async () => {
    const library = await makeLibrary();
    const article = await taken(library);
    const first = await read(library, article);
    await mark(library, first, 'every letter will be answered');
    await putBack(library, first, 'What the wardens wrote');
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-package-'));
    try {
      const to = join(folder, 'package');
      const result = await library.run('export.run', {
        format: 'bagit',
        selection: { of: 'everything' },
        target: library.core.grants.issue(to, 'write'),
      });
      expect(result.leftOut).toEqual([]);
      const other = await makeLibrary();
      expect((await other.take(to)).lines).toMatchObject([{ outcome: 'taken' }]);
      const record = (from: TestLibrary) => from.core.context().pool.read('export.articleRecord', article);
      expect(await record(other)).toEqual(await record(library));
      // And what came back can be corrected further.
      const restored = await read(other, article);
      await putBack(other, restored, 'Home');
      expect((await read(other, article)).revision.text).toMatch(/^(Quay to close\n\n)?Home/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
