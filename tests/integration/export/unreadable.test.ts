import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWritable } from '../../../db/open.ts';
import type { ArticleRecord } from '../../../main/contract/index.ts';
import {
  everythingIn,
  type Filled,
  filledLibrary,
  openWithReaders,
  packagesFolder,
  restoreInto,
  runExport,
} from './handed-over.ts';

type Library = Filled['library'];
const quay = 'The quay is not safe.';
const boats = 'Boats of less than ten metres may use the basin.';

/** What can become of what a library keeps of a revision's words, on a failing disk. */
const damages = {
  'its words are cut': 'UPDATE revision_contents SET words = substr(words, 1, 20) WHERE revision = ?',
  'its words are gone': 'DELETE FROM revision_contents WHERE revision = ?',
  'the log of what it left out is broken': "UPDATE revision_contents SET removals = x'00' WHERE revision = ?",
} as const;

function damage(library: Library, article: string, number: number, how: keyof typeof damages): void {
  const db = openWritable(join(library.context.libraryPath, 'library.sqlite'));
  const revision = db
    .prepare('SELECT r.id FROM revisions r JOIN articles a ON a.id = r.article WHERE a.uuid = ? AND r.number = ?')
    .pluck()
    .get(article, number);
  db.prepare(damages[how]).run(revision);
  db.close();
}

function recordIn(folder: string, id: string): ArticleRecord {
  const articles = join(folder, 'data/articles');
  const records = readdirSync(articles)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(articles, name), 'utf8')) as ArticleRecord);
  const found = records.find((record) => record.id === id);
  if (found === undefined) throw new Error('the package lacks the article');
  return found;
}

describe('an article with an older revision that can’t be read', { timeout: 120_000 }, () => {
  for (const how of Object.keys(damages) as (keyof typeof damages)[])
    it(`is handed over with the others and its marks, and comes back (${how})`, async () => {
      const { library, harbourArticle } = await filledLibrary();
      const before = recordOf(await everythingIn(library), harbourArticle.article);
      damage(library, harbourArticle.article, 1, how);
      const folder = join(packagesFolder(), 'package');

      const result = await runExport(library, { format: 'bagit', to: folder });

      expect(result.articles).toBe(2);
      expect(result.leftOut).toEqual([
        {
          kind: 'article',
          id: harbourArticle.article,
          label: expect.stringMatching(/, revision 1$/),
          reason: expect.stringContaining('is damaged and can’t be read'),
        },
        // It stands in that revision alone.
        {
          kind: 'annotation',
          id: expect.any(String),
          label: expect.stringContaining('Boats of'),
          reason: expect.any(String),
        },
      ]);
      const readme = readFileSync(join(folder, 'data/README.txt'), 'utf8');
      expect(readme).toContain('revision 1: What the library keeps of its words is damaged and can’t be read.');
      const [first, second] = before.revisions;
      const record = recordIn(folder, harbourArticle.article);
      expect(record.revisions.map(({ number }) => number)).toEqual([2]);
      expect(record.unread).toEqual([
        { id: first?.id, capture: first?.capture, number: 1, sha256: first?.sha256, created: first?.created },
      ]);
      // The file that it was made of goes along.
      expect(record.captures).toEqual(before.captures);
      const originals = readdirSync(join(folder, 'data/originals'));
      for (const { original } of before.captures)
        expect(originals.some((name) => name.startsWith(original))).toBe(true);

      const taker = await openWithReaders();
      const lines = await restoreInto(taker, folder);
      const line = lines.find(({ article }) => article === harbourArticle.article);
      expect(line).toMatchObject({
        outcome: 'partial',
        reason: expect.stringContaining('revision 1 is not in the package: its words could not be read'),
      });
      const restored = recordOf(await everythingIn(taker), harbourArticle.article);
      expect(restored.revisions).toEqual([{ ...second, metadata: expect.anything() }]);
      expect(restored.current).toBe(before.current);
      expect(restored.annotations.map(({ quote, note }) => [quote, note])).toEqual(
        before.annotations.filter(({ quote }) => quote !== boats).map(({ quote, note }) => [quote, note]),
      );
      expect(restored.annotations.map(({ quote }) => quote)).toContain(quay);
      expect(restored.statements.map(({ id, quote, state }) => [id, quote, state])).toEqual(
        before.statements.map(({ id, quote, state }) => [id, quote, state]),
      );
    });

  it('goes out in every other format, without what stands in that revision alone', async () => {
    const { library, harbourArticle } = await filledLibrary();
    damage(library, harbourArticle.article, 1, 'its words are cut');
    for (const [format, name] of [
      ['markdown', 'texts'],
      ['csv', 'tables'],
      ['annotations', 'marks.jsonld'],
    ] as const) {
      const result = await runExport(library, { format, to: join(packagesFolder(), name) });
      expect(result.articles, format).toBe(2);
      expect(
        result.leftOut.map(({ kind }) => kind),
        format,
      ).toEqual(['article', 'annotation']);
    }
  });

  it('keeps nothing of another article back that was made of the same file', async () => {
    const library = await openWithReaders();
    const paragraphs = ['The harbour board met on Tuesday.', 'Nobody spoke about the ferry.'];
    await library.take({ title: 'Board meets', paragraphs });
    const other = await library.take({ title: 'Board meets again', paragraphs: [...paragraphs, 'It meets again.'] });
    const db = openWritable(join(library.context.libraryPath, 'library.sqlite'));
    // As two articles of one feed.
    db.prepare(
      'UPDATE captures SET part = id, original = (SELECT c.original FROM captures c JOIN articles a ON a.id = c.article WHERE a.uuid = ?)',
    ).run(other.article);
    db.prepare(
      'UPDATE revision_contents SET words = substr(words, 1, 20) WHERE revision = (SELECT current_revision FROM articles WHERE uuid = ?)',
    ).run(other.article);
    db.close();
    const result = await runExport(library, { format: 'bagit', to: join(packagesFolder(), 'package') });
    expect(result.articles).toBe(1);
    expect(result.leftOut).toEqual([expect.objectContaining({ kind: 'article', id: other.article })]);
  });
});

function recordOf({ articles }: Awaited<ReturnType<typeof everythingIn>>, id: string): ArticleRecord {
  const found = articles.find((article) => article?.id === id);
  if (found == null) throw new Error('the library lacks the article');
  return found;
}
