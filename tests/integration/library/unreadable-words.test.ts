import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { makeLibrary } from '../../support/library.ts';

it('damaged words of one article take no other with them, and are told by the article and the check', async () => {
  const library = await makeLibrary();
  const { lines: taken } = await library.take(
    library.file('plan.txt', 'Harbour plan\n\nThe harbour plan was put off on Monday.\n'),
    library.file('ferry.txt', 'Ferry\n\nThe ferry leaves later from Monday on.\n'),
  );
  const [plan, ferry] = taken.map(({ article }) => article);
  if (!plan || !ferry) throw new Error('nothing was taken in');
  await library.core.close();
  const db = new Database(join(library.path, 'library.sqlite'));
  db.prepare(
    `UPDATE revision_contents SET words = substr(words, 1, 20)
     WHERE revision = (SELECT current_revision FROM articles WHERE uuid = ?)`,
  ).run(ferry);
  db.close();
  await library.reopen();

  const query = { query: 'Monday', sort: 'relevance', offset: 0, limit: 50 } as const;
  const { rows } = await library.call('search.run', query);
  expect(rows.map(({ article }) => article.id).sort()).toEqual([plan, ferry].sort());
  expect((await library.call('articles.read', { article: plan })).revision.text).toContain('put off');
  await expect(library.call('articles.read', { article: ferry })).rejects.toMatchObject({
    code: 'library-damaged',
    message: expect.stringContaining('Its original is untouched'),
  });
  const exported = await library.run('export.run', {
    format: 'bagit',
    selection: { of: 'everything' },
    target: library.core.grants.issue(join(library.folder, 'package'), 'write'),
  });
  expect(exported).toMatchObject({
    articles: 1,
    leftOut: [{ kind: 'article', id: ferry, reason: expect.stringContaining('can’t be read') }],
  });
  const { lines } = await library.run('health.check', {});
  expect(lines.find(({ check }) => check === 'texts')).toMatchObject({
    ok: false,
    detail: expect.stringContaining('revision 1 of “Ferry”'),
  });
}, 120_000);
