import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../main/contract/index.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

/** One pixel, so that a page has a picture of its own. */
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

async function filled(): Promise<TestLibrary> {
  const library = await makeLibrary();
  const long =
    'The ferry to Marrow Bay will leave an hour later from Monday on, the county office said in a notice to all who use it.';
  library.file(
    'pages/ferry.html',
    page({
      title: 'Ferry leaves later',
      url: 'https://courier.example/ferry',
      body: [
        long,
        `<figure><img src="${pixel}" width="640" height="400" alt="The ferry at the quay"><figcaption>The ferry on Sunday</figcaption></figure>`,
        'County clerk Ines Vau issued the following statement Thursday:',
        '“We have heard the people of the bay. The ferry must run, and it will run, every hour until ten at night.”',
        `${long} Nobody objected.`,
      ],
    }),
  );
  library.file(
    'pages/notice.txt',
    `Harbour notice\n\nBy Tomas Reyl\n\n${long}\n\nIt is closed on Sunday, and nobody knows for how long it will be.\n`,
  );
  library.file(
    'pages/letter.md',
    `---\ntitle: A letter\ndate: 2024-05\n---\n\n${long}\n\n- one thing\n- another\n\n> Quoted of old.\n`,
  );
  const { lines } = await library.take(join(library.folder, 'incoming', 'pages'));
  expect(lines.map(({ outcome }) => outcome)).toEqual(['taken', 'taken', 'taken']);
  const { rows } = await library.call('search.run', { query: 'objected' });
  const article = rows[0]?.article.id;
  if (article === undefined) throw new Error('the page was not found');
  const { revision } = await library.call('articles.read', { article });
  const start = revision.text.indexOf('We have heard');
  const code = await library.call('codes.create', { name: 'promise', parent: null });
  await library.call('annotations.create', {
    article,
    revision: revision.id,
    start,
    end: start + 'We have heard the people of the bay.'.length,
    color: 'rose',
    note: 'Compare with May.',
    codes: [code.id],
  });
  return library;
}

/** What the reader shows of every article, without what only this copy of the library knows. */
async function views(library: TestLibrary) {
  const { rows } = await library.call('search.run', { query: '', sort: 'oldest' });
  const ids: ArticleId[] = rows.map(({ article }) => article.id).sort();
  return Promise.all(ids.map((article) => library.call('articles.read', { article })));
}

/** A statement out of a package names it until a person here changes it; apart from that it is the same. */
function asOfHere<Row extends { readonly fromPackage?: string }>({
  fromPackage,
  ...row
}: Row): Omit<Row, 'fromPackage'> {
  expect(fromPackage).toBe('package.zip');
  return row;
}

describe('a library handed over and taken in elsewhere', { timeout: 120_000 }, () => {
  it('shows the same articles, statements, marks and pictures, and finds them by the same words', async () => {
    const library = await filled();
    const folder = join(library.folder, 'out');
    const target = library.core.grants.issue(join(folder, 'package.zip'), 'write');
    const result = await library.run('export.run', { format: 'bagit-zip', selection: { of: 'everything' }, target });
    expect(result).toMatchObject({ articles: 3, annotations: 1, leftOut: [] });
    expect(result.statements).toBeGreaterThan(0);

    const other = await makeLibrary();
    const { lines, summary } = await other.take(join(folder, 'package.zip'));
    expect(lines.map(({ outcome }) => outcome)).toEqual(['taken', 'taken', 'taken']);
    expect(summary.counts.taken).toBe(3);
    // Only what was taken in from a package was compared with its originals; what was read here comes from them.
    const compared = (await views(other)).map(({ revision: { verbatim, ...revision }, statements, ...view }) => {
      expect(verbatim).toMatchObject({ state: 'sound' });
      return { ...view, revision, statements: statements.map(asOfHere) };
    });
    expect(compared).toEqual(await views(library));
    for (const query of ['"people of the bay"', 'in:notes compare', 'code:promise', 'speaker:vau', 'by:reyl'])
      expect(await other.search(query), query).toEqual(await library.search(query));
    const statements = (from: TestLibrary) => from.call('statements.list', {});
    expect((await statements(other)).rows.map(asOfHere)).toEqual((await statements(library)).rows);

    const figure = (await views(other))
      .flatMap(({ revision }) => revision.document.blocks)
      .find(({ kind }) => kind === 'figure');
    if (figure?.kind !== 'figure' || figure.image === null) throw new Error('the picture did not come along');
    const image = await other.core.handleFetch(new Request(`http://127.0.0.1/image/${figure.image}`));
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png']);

    const check = await other.run('health.check', {});
    expect(check.lines.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('is taken as one package from among other files, and the folder of a bag is not walked', async () => {
    const library = await filled();
    const target = library.core.grants.issue(join(library.folder, 'mixed', 'bag'), 'write');
    await library.run('export.run', { format: 'bagit', selection: { of: 'everything' }, target });
    const other = await makeLibrary();
    const { lines } = await other.take(join(library.folder, 'mixed'));
    expect(
      lines.map(({ path }) => path.replace(/^mixed\/bag › data\/articles\/[a-z-]+-[0-9a-f]{8}\.json$/, 'article')),
    ).toEqual(['article', 'article', 'article']);
    expect(readdirSync(join(library.folder, 'mixed'))).toEqual(['bag']);

    rmSync(join(library.folder, 'mixed', 'bag', 'data', 'codes.json'));
    const third = await makeLibrary();
    const refused = await third.take(join(library.folder, 'mixed'));
    expect(refused.lines).toMatchObject([
      { path: 'mixed/bag', outcome: 'refused', reason: expect.stringContaining('damaged') },
    ]);
  });

  it('is offered to a browser as a download that the core serves', async () => {
    const library = await filled();
    const { download } = await library.run('export.run', {
      format: 'markdown',
      selection: { of: 'everything' },
      target: null,
    });
    const response = await library.core.handleFetch(new Request(`http://127.0.0.1${download?.url}`));
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(500);
  });
});
