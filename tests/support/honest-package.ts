import { join } from 'node:path';
import { makeLibrary, page } from './library.ts';
import { PackageDraft } from './package-draft.ts';

/** What the pages of the honest package say; forgeries change it. */
export const port = {
  title: 'Harbour plan is put off',
  url: 'https://courier.example/harbour-plan',
  shared: 'The costs will be shared between the port and the town, as both of them have agreed in the spring.',
  statement: '“We will not build it,” harbour master Åsa Lindqvist said on Monday in front of the council.',
  /** A word that the page says to screen readers alone, inside a sentence. */
  hidden: 'The report <span class="sr-only">(opens in a new window)</span> names the quay and not the basin as unsafe.',
  last: 'The council meets again on Thursday, and nobody expects it to come to another decision then.',
};

export const notice = {
  title: 'Notice to all boats',
  paragraph:
    'The north quay is closed from Monday on, and nobody knows for how long it will be. Boats may use the basin.',
};

export const ferry = {
  title: 'Ferry leaves later',
  url: 'https://courier.example/ferry',
  paragraph:
    'The ferry to Marrow Bay will leave an hour later from Monday on, the county office said in a notice to all who use it.',
};

/** One pixel, so that a page has a picture of its own. */
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/**
 * A package as Verbatim writes it: three articles, one with a picture, a statement that was confirmed, a
 * highlight with a note and a code, a collection in another, and a page that is awaited.
 */
export async function honestPackage(): Promise<PackageDraft> {
  const library = await makeLibrary();
  library.file(
    'pages/plan.html',
    page({
      title: port.title,
      url: port.url,
      body: [
        port.shared,
        `<figure><img src="${pixel}" width="640" height="400" alt="The quay in spring"><figcaption>The quay before the works</figcaption></figure>`,
        port.statement,
        port.hidden,
        port.last,
      ],
    }),
  );
  library.file('pages/notice.txt', `${notice.title}\n\nBy Tomas Reyl\n\n${notice.paragraph}\n`);
  library.file(
    'pages/ferry.html',
    page({ title: ferry.title, url: ferry.url, body: [ferry.paragraph, 'Nobody objected to that.', ferry.paragraph] }),
  );
  await library.take(join(library.folder, 'incoming', 'pages'));
  const { rows } = await library.call('search.run', { query: 'harbour council' });
  const article = rows[0]?.article.id;
  if (article === undefined) throw new Error('the page was not found');
  const { revision } = await library.call('articles.read', { article });
  const trust = await library.call('codes.create', { name: 'trust', parent: null });
  const promise = await library.call('codes.create', { name: 'promise', parent: trust.id });
  const start = revision.text.indexOf('shared between');
  await library.call('annotations.create', {
    article,
    revision: revision.id,
    start,
    end: start + 'shared between the port and the town'.length,
    color: 'rose',
    note: 'Compare with May.',
    codes: [promise.id],
  });
  const said = revision.text.indexOf('“We will not build it,”');
  await library.call('statements.create', {
    article,
    revision: revision.id,
    start: said,
    end: said + '“We will not build it,”'.length,
    kind: 'direct',
    speakers: [{ name: 'Åsa Lindqvist', role: 'harbour master', organization: null }],
    said: null,
  });
  const county = await library.call('collections.create', { name: 'Tessaly County', parent: null, query: null });
  const ports = await library.call('collections.create', { name: 'Ports', parent: county.id, query: null });
  await library.call('collections.add', { id: ports.id, articles: [article] });
  library.file(
    'marks.json',
    JSON.stringify([
      {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        type: 'Annotation',
        body: [{ type: 'TextualBody', value: 'Read this.' }],
        target: {
          source: 'https://courier.example/awaited',
          selector: { type: 'TextQuoteSelector', exact: 'nothing was decided' },
        },
      },
    ]),
  );
  await library.take(join(library.folder, 'incoming', 'marks.json'));
  const folder = join(library.folder, 'out', 'package');
  const target = library.core.grants.issue(folder, 'write');
  const result = await library.run('export.run', { format: 'bagit', selection: { of: 'everything' }, target });
  if (result.articles !== 3 || result.leftOut.length > 0) throw new Error(JSON.stringify(result.leftOut));
  return PackageDraft.read(folder);
}
