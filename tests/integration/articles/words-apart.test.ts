import { expect, it } from 'vitest';
import { type ArticleId, currentDocumentPath, documentPath, type RevisionId } from '../../../main/contract/index.ts';
import { readStoredDocument } from '../../../renderer/api/stored-words.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';
import { fixture } from '../../unit/formats/reading.ts';

/** What the page asks for the words of a revision, and is answered. */
async function served(
  library: TestLibrary,
  revision: RevisionId,
): Promise<{ status: number; headers: Headers; body: Uint8Array<ArrayBuffer> }> {
  const answer = await library.core.handleFetch(new Request(`http://127.0.0.1${documentPath(revision)}`));
  return { status: answer.status, headers: answer.headers, body: new Uint8Array(await answer.arrayBuffer()) };
}

async function taken(library: TestLibrary, path: string): Promise<ArticleId> {
  const { lines } = await library.take(path);
  return lines[0]?.article ?? expect.fail('nothing was taken');
}

it('describes an article without its words, which are served as they are stored', async () => {
  const library = await makeLibrary();
  const article = await taken(
    library,
    library.file(
      'pier.html',
      page({ title: 'Pier “closed”', body: ['The pier’s "page": 3 is shut 🚧.', 'Nobody asked.'] }),
    ),
  );
  const { revision, ...whole } = await library.call('articles.read', { article });
  const { revision: facts, ...description } = await library.call('articles.describe', { article });
  expect(description).toEqual(whole);
  const { document, text, ...known } = revision;
  expect(facts).toEqual(known);
  expect(text).toContain('"page": 3 is shut 🚧');
  // Words that look like a page's number make no pages.
  expect(description.hasPages).toBe(false);

  const { status, headers, body } = await served(library, revision.id);
  expect(status).toBe(200);
  expect(await readStoredDocument(new Blob([body]).stream())).toEqual(document);
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
    'x-revision': revision.id,
  });
  // A page that doesn't know the revision yet asks by the article, and is told which one it got.
  const current = await library.core.handleFetch(new Request(`http://127.0.0.1${currentDocumentPath(article)}`));
  expect(current.headers.get('x-revision')).toBe(revision.id);
  expect(new Uint8Array(await current.arrayBuffer())).toEqual(body);
});

it('knows without them whether the original has pages', async () => {
  const library = await makeLibrary();
  const article = await taken(library, library.file('report.pdf', fixture('pdf/report.pdf')));
  expect((await library.call('articles.describe', { article })).hasPages).toBe(true);
});

it('serves no words of an article in the bin, and none that are not there', async () => {
  const library = await makeLibrary();
  const article = await taken(library, library.file('pier.html', page({ title: 'Pier', body: ['The pier is shut.'] })));
  const { revision } = await library.call('articles.describe', { article });
  await library.call('articles.bin', { articles: [article] });
  expect(await served(library, revision.id)).toMatchObject({ status: 404 });
  const current = new Request(`http://127.0.0.1${currentDocumentPath(article)}`);
  expect((await library.core.handleFetch(current)).status).toBe(404);
  await library.call('articles.restore', { articles: [article] });
  expect(await served(library, revision.id)).toMatchObject({ status: 200 });
  expect(await served(library, '018f6d2e-0000-7000-8000-000000000000' as RevisionId)).toMatchObject({ status: 404 });
  const odd = await library.core.handleFetch(new Request('http://127.0.0.1/document/..%2Flibrary'));
  expect(odd.status).toBe(404);
});
