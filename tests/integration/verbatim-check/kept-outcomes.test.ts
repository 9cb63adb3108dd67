import { appendFileSync, chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ArticleId, LibraryChange, VerbatimState } from '../../../main/contract/index.ts';
import { forgeCopies } from '../../support/forged-copy.ts';
import { makeLibrary, type TestLibrary } from '../../support/library.ts';

const plan =
  'Harbour plan\n\nThe harbour plan was put off on Monday.\n\n“We will not build it,” harbour master Ines Vau said in front of the council.\n';

/** A library with one article of one file. */
async function withPlan(): Promise<{ library: TestLibrary; article: ArticleId; file: string }> {
  const library = await makeLibrary();
  const file = library.file('plan.txt', plan);
  const { lines } = await library.take(file);
  const article = lines[0]?.article;
  if (article == null) throw new Error('the plan was not taken in');
  const { revision } = await library.call('articles.read', { article });
  const words = 'The harbour plan was put off on Monday.';
  const start = revision.text.indexOf(words);
  await library.call('statements.create', {
    article,
    revision: revision.id,
    start,
    end: start + words.length,
    kind: 'direct',
    speakers: [],
    said: null,
  });
  return { library, article, file };
}

async function stateOf(library: TestLibrary, article: ArticleId): Promise<VerbatimState | undefined> {
  return (await library.call('articles.read', { article })).revision.verbatim;
}

/** Where the article's only original lies. */
async function originalOf(library: TestLibrary, article: ArticleId): Promise<string> {
  const { captures } = await library.call('articles.read', { article });
  const [capture] = captures;
  if (capture === undefined) throw new Error('the article has no capture');
  return library.core.context().originals.path(capture.original);
}

const cite = (library: TestLibrary, article: ArticleId) =>
  library.call('articles.cite', { article, start: 0, end: 12 });

async function exportAll(library: TestLibrary, format: 'bagit' | 'markdown' | 'csv' | 'annotations') {
  const target = library.core.grants.issue(join(library.folder, `out-${format}`), 'write');
  return library.run('export.run', { format, selection: { of: 'everything' }, target });
}

describe('what comparing finds when words are to leave', { timeout: 120_000 }, () => {
  it('is known in every list after a citation was refused', async () => {
    const { library, article } = await withPlan();
    await forgeCopies(library, 'will not build', 'will never build');
    expect(await stateOf(library, article)).toBeUndefined();
    const told: LibraryChange[] = [];
    library.core.on('library.changed', (changes) => told.push(...changes));
    await expect(cite(library, article)).rejects.toMatchObject({ code: 'words-differ' });
    expect(await stateOf(library, article)).toMatchObject({
      state: 'differs',
      reason: expect.stringContaining('never build'),
    });
    const { rows } = await library.call('search.run', { query: 'harbour' });
    expect(rows[0]?.article.differs).toContain('never build');
    const statements = await library.call('statements.list', { state: 'confirmed' });
    expect(statements.rows.map(({ differs }) => differs)).toEqual([expect.stringContaining('never build')]);
    expect(told).toContainEqual({ subject: 'articles', ids: [article] });
    expect(told).toContainEqual({ subject: 'statements', ids: null, articles: [article] });
  });

  it.each(['bagit', 'markdown', 'csv'] as const)(
    'is known in every list after it was left out of %s',
    async (format) => {
      const { library, article } = await withPlan();
      await forgeCopies(library, 'will not build', 'will never build');
      const { leftOut } = await exportAll(library, format);
      expect(leftOut).toMatchObject([{ kind: 'article', label: 'Harbour plan' }]);
      expect(await stateOf(library, article)).toMatchObject({ state: 'differs' });
    },
  );

  it('is told once: who cites the same words again reads the same, and no new line is told', async () => {
    const { library, article } = await withPlan();
    await forgeCopies(library, 'will not build', 'will never build');
    await expect(cite(library, article)).rejects.toMatchObject({ code: 'words-differ' });
    const before = await stateOf(library, article);
    const told: LibraryChange[] = [];
    library.core.on('library.changed', (changes) => told.push(...changes));
    await expect(cite(library, article)).rejects.toMatchObject({ code: 'words-differ' });
    expect(await stateOf(library, article)).toEqual(before);
    expect(told).toEqual([]);
  });
});

describe('an original that was changed or is missing', { timeout: 120_000 }, () => {
  const damages: Readonly<Record<string, (path: string) => void>> = {
    'was changed': (path) => {
      chmodSync(path, 0o644);
      appendFileSync(path, '.');
    },
    'is missing': (path) => rmSync(path),
  };
  for (const [name, damage] of Object.entries(damages)) {
    it(`says nothing against the words where it ${name}: they can’t be compared until it is put back`, async () => {
      const { library, article, file } = await withPlan();
      damage(await originalOf(library, article));
      await expect(cite(library, article)).rejects.toThrow(/changed in the originals folder|missing from/);
      const found = await stateOf(library, article);
      expect(found).toMatchObject({ state: 'not-compared', reason: expect.stringMatching(/original/) });
      await library.run('health.check', {});
      expect(await stateOf(library, article)).toEqual(found);
      const { rows } = await library.call('search.run', { query: 'harbour' });
      expect(rows[0]?.article.differs).toBeUndefined();

      const { summary } = await library.take(file);
      expect(summary.counts.mended).toBe(1);
      expect(await stateOf(library, article)).toMatchObject({ state: 'sound' });
      expect((await cite(library, article)).plain).toContain('The harbour');
    });

    it(`takes nothing back of a known difference where it ${name}`, async () => {
      const { library, article } = await withPlan();
      await forgeCopies(library, 'will not build', 'will never build');
      await library.run('health.check', {});
      const known = await stateOf(library, article);
      expect(known).toMatchObject({ state: 'differs' });
      damage(await originalOf(library, article));
      await library.run('health.check', {});
      expect(await stateOf(library, article)).toEqual(known);
    });
  }
});
