import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { ImportLine } from '../../../main/contract/index.ts';
import { VerbatimCheck } from '../../../main/core/verbatim-check/index.ts';
import { makeLibrary, type TestLibrary } from '../../support/library.ts';

const fixture = (path: string) => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url));
const outcomes = (lines: readonly ImportLine[]) => lines.map(({ outcome, title }) => `${outcome}: ${title}`);

async function revisionsOf(library: TestLibrary, line: ImportLine | undefined) {
  if (line?.article == null) throw new Error('the report names no article');
  return library.call('articles.read', { article: line.article });
}

it('a feed is one original with many articles; what has no words is a line of the report', async () => {
  const library = await makeLibrary();
  const path = library.file('courier.xml', fixture('feed/rss-2.xml'));
  const { lines, summary } = await library.take(path);
  expect(outcomes(lines)).toEqual([
    'taken: Wardens won’t check papers, Alder says',
    'taken: What the dredger found',
    "taken: A note of the desk: the tide tables on page nine of today's paper are those of last week",
    'partial: A long road to the lighthouse',
    'mentioned: Ferry fares to rise in May',
  ]);
  expect(summary.counts).toMatchObject({ taken: 3, partial: 1, mentioned: 1, refused: 0 });
  expect(lines.at(-1)).toMatchObject({
    path: 'courier.xml › https://courier.example/?p=4712',
    article: null,
    reason: expect.stringMatching(/Only a teaser.*\(https:\/\/courier\.example\/2024\/11\/fares\)/u),
  });
  const views = await Promise.all(lines.slice(0, 4).map((line) => revisionsOf(library, line)));
  expect(new Set(views.flatMap(({ captures }) => captures.map(({ original }) => original))).size).toBe(1);
  expect(views[0]?.statements.filter(({ kind }) => kind === 'block')).toHaveLength(1);
  expect(await library.search('fares')).toEqual([]);

  const { lines: again } = await library.take(path);
  expect(again.map(({ outcome }) => outcome)).toEqual([
    'duplicate',
    'duplicate',
    'duplicate',
    'duplicate',
    'mentioned',
  ]);
});

it('a feed whose import was ended half-way gives the rest when it comes again', async () => {
  const library = await makeLibrary();
  const path = library.file('courier.xml', fixture('feed/rss-2.xml'));
  const { lines } = await library.take(path);
  await library.core.close();
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(join(library.path, 'library.sqlite'));
  // As a killed process leaves it: the first entry is there, the second is not.
  db.pragma('foreign_keys = OFF');
  const rowid = db.prepare('SELECT id FROM articles WHERE uuid = ?').pluck().get(lines[1]?.article);
  for (const statement of [
    'DELETE FROM revisions WHERE article = ?',
    'DELETE FROM captures WHERE article = ?',
    'DELETE FROM articles WHERE id = ?',
  ])
    db.prepare(statement).run(rowid);
  db.close();
  await library.reopen();
  const { lines: again } = await library.take(path);
  expect(again.map(({ outcome }) => outcome)).toEqual(['duplicate', 'taken', 'duplicate', 'duplicate', 'mentioned']);
});

it('a feed of mentions alone leaves no article and no original in the library', async () => {
  const library = await makeLibrary();
  const { lines } = await library.take(library.file('news.xml', fixture('sitemap/news.xml')));
  expect(lines.map(({ outcome, title, path }) => [outcome, title, path])).toEqual([
    ['mentioned', 'Wardens & papers', 'news.xml › https://courier.example/2024/11/wardens?a=1&b=2'],
    ['mentioned', 'Ferry fares to rise', 'news.xml › https://courier.example/2024/11/fares'],
  ]);
  expect((await library.call('health.state', {})).originals.count).toBe(0);
});

it('the versions of an agency’s item are revisions of one article, whatever the format and the order', async () => {
  const library = await makeLibrary();
  const first = {
    uri: 'URN:newsml:tp.example:20241114:harbour-7',
    version: '1',
    versioncreated: '2024-11-14T17:00:00+01:00',
    copyrightholder: 'Tessaly Press',
    headline: 'Wardens will not check papers',
    body_text: 'Harbour Commissioner Ines Alder spoke on Thursday.',
  };
  const { lines } = await library.take(library.file('2.json', fixture('ninjs/generation-1.json')));
  expect(lines[0]).toMatchObject({
    outcome: 'taken',
    reason: 'The agency embargoed it until 2024-11-15T06:00:00+01:00.',
  });
  const older = await library.take(library.file('1.json', JSON.stringify(first)));
  expect(older.lines[0]).toMatchObject({
    outcome: 'revision',
    reason: expect.stringMatching(/older than the current one/u),
  });
  const g2 = await library.take(library.file('3.xml', fixture('newsml/message.xml')));
  const same = g2.lines.filter(({ article }) => article === lines[0]?.article);
  expect(outcomes(same)).toEqual(['revision: Wardens will not check papers']);
  const view = await revisionsOf(library, lines[0]);
  expect(view.revisions).toHaveLength(3);
  expect(view.article.url).toBe('urn:newsml:tp.example:20241114:harbour-7');
});

it('what was taken from feeds and agency files can be given out, checked against its original', async () => {
  const library = await makeLibrary();
  for (const path of [
    'feed/atom-1.xml',
    'feed/ill-formed.xml',
    'feed/json-feed-11.json',
    'feed/rss-091-latin1.xml',
    'nitf/wardens.xml',
    'newsml/message.xml',
    'ninjs/generation-2.json',
  ])
    await library.take(library.file(path, fixture(path)));
  const { lines } = await library.run('health.check', {});
  expect(lines.filter(({ ok }) => !ok)).toEqual([]);
  const target = library.core.grants.issue(join(library.folder, 'bag'), 'write');
  const exported = await library.run('export.run', { format: 'bagit', selection: { of: 'everything' }, target });
  expect(exported.leftOut).toEqual([]);
  const other = await makeLibrary();
  await other.take(join(library.folder, 'bag'));
  expect((await other.search('')).sort()).toEqual((await library.search('')).sort());
});

it('a check of many articles of one feed reads the feed once', async () => {
  const library = await makeLibrary();
  const { lines } = await library.take(
    library.file('a.xml', fixture('feed/rss-2.xml')),
    library.file('b.xml', fixture('nitf/wardens.xml')),
  );
  const context = library.core.context();
  const compare = vi.spyOn(context.parsers, 'compare');
  const check = new VerbatimCheck(context, new AbortController().signal);
  const revisions = lines.flatMap(({ revision }) => revision ?? []);
  expect(revisions).toHaveLength(5);
  for (const revision of revisions) expect(await check.revision(revision)).toBeNull();
  expect(compare.mock.calls.map(([, { format }]) => format).sort()).toEqual(['feed', 'nitf']);
});
