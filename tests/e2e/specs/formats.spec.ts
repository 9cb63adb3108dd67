import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { pack } from 'tar-stream';
import { sevenZip } from '../../support/seven-zip.ts';
import { arcRecord, compressed, httpAnswer, warcRecord } from '../../support/web-archive.ts';
import { zipFolder } from '../../support/zip-folder.ts';
import { expect, test } from '../driver/app.ts';
import { openArticle } from '../driver/reader.ts';

const story = (title: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>
<p>The harbour board of Port Ellery met on Tuesday evening to hear what there is to say of ${title.toLowerCase()}.</p>
<p>Its members asked for a report in spring, and nobody voted against it, the clerk said when the doors had closed.</p>
</article></body></html>`;

test('a folder of many formats is taken in, each told by what it holds, and an article of an archive names its record', async ({
  app,
}) => {
  const { page } = app;
  const paths = [
    await app.file(
      'mixed/crawl.warc.gz',
      compressed([warcRecord({ uri: 'https://courier.example/lamps', block: httpAnswer(story('New lamps')) })]),
    ),
    await app.file(
      'mixed/saves.zip',
      zipSync({ 'ferry.html': strToU8(story('The night ferry')), 'empty.txt': new Uint8Array() }),
    ),
    await app.file(
      'mixed/letter.eml',
      'From: Rhea Vance <rhea@courier.example>\r\nSubject: The bridge works\r\nDate: Thu, 14 Nov 2024 17:20:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe bridge over the Marrow will be closed for nine weeks from Monday, the county said.\r\n\r\nBuses go round by the quarry road.\r\n',
    ),
    await app.file(
      'mixed/feed.xml',
      `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Port Ellery Courier</title><item><title>The pool opens</title><link>https://courier.example/pool</link><guid>1</guid><content:encoded><![CDATA[<p>${'The pool by the pier opens on Monday, and the first hour is free for everybody. '.repeat(6)}</p>]]></content:encoded></item></channel></rss>`,
    ),
    await app.file(
      'mixed/minutes.docx',
      zipSync({
        '[Content_Types].xml': strToU8('<Types/>'),
        'word/document.xml': strToU8(
          '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Minutes of the quay meeting</w:t></w:r></w:p><w:p><w:r><w:t>The board met on the quay for an hour and spoke of the spring rules, the dredging and the pier.</w:t></w:r></w:p></w:body></w:document>',
        ),
      }),
    ),
    await app.file('mixed/picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])),
  ];
  await app.importFiles(paths);
  const lines = page.getByRole('listbox', { name: 'Lines of the report' });
  for (const title of [
    'New lamps',
    'The night ferry',
    'The bridge works',
    'The pool opens',
    'Minutes of the quay meeting',
  ])
    await expect(lines.getByRole('option', { name: title }), title).toContainText('Taken');
  await expect(lines.getByRole('option', { name: /picture\.png/ })).toContainText('PNG picture');
  await expect(lines.getByRole('option', { name: /saves\.zip › empty\.txt/ })).toContainText('empty');

  await openArticle(page, 'New lamps');
  await page
    .getByRole('button', { name: /details/i })
    .first()
    .click();
  const details = page.getByRole('article');
  await expect(details).toContainText('crawl.warc.gz');
  await expect(details).toContainText('urn:uuid:5c0f2f7e-0000-4000-8000-000000000001');
});

/**
 * Each kind of file with a line of its report: words of the line, and what became of it. Some hold the same page;
 * which of them comes first, and which is its new revision, is decided by who reads faster.
 */
const fixtures: readonly (readonly [file: string, line: string, outcome: RegExp])[] = [
  ['saved-pages/single-file.html', 'Lifeboat comes home after forty hours', /Taken/],
  ['saved-pages/wayback.html', 'Wardens will not ask for papers', /Taken/],
  ['saved-pages/reader-firefox.html', 'Die Lampen brennen wieder', /Taken/],
  ['single-file/compressed.html', 'A vote for the bridge', /Taken/],
  ['mhtml/blink.mhtml', 'Ferry café to stay open all winter', /Taken/],
  ['webarchive/safari.webarchive', 'Tug finds the Halcyon', /Taken/],
  ['feed/rss-2.xml', 'A long road to the lighthouse', /In part/],
  ['feed/atom-1.xml', 'A letter to the paper', /Taken/],
  ['feed/json-feed-11.json', 'The tide tables on page nine', /Taken/],
  ['nitf/wardens.xml', 'The agency embargoed it until', /Taken|New revision/],
  ['newsml/message.xml', 'Minutes of the board', /Taken/],
  ['newsml/newsml-1.xml', 'Hafenwarte fragen nicht nach Papieren', /Taken/],
  ['ninjs/generation-3.json', 'Board meets', /No content here/],
  ['sitemap/news.xml', 'a sitemap of Port Ellery Courier lists its page', /No content here/],
  ['email/newsletter.eml', 'Four wells, no water', /Taken/],
  ['mbox/box.mbox', 'The north pier opens on 1 May', /Taken/],
  ['text/press-release.txt', 'North pier to stay closed through the winter', /Taken/],
  ['markdown/front-matter.md', 'The pier stays closed', /Taken/],
  ['odt/minutes.fodt', 'Harbour wardens will not check papers', /Taken/],
  ['rtf/text-edit.rtf', 'New lamps on the coast road', /Taken/],
  ['pdf/report.pdf', 'Silt in Gannet Cove: what was measured', /Taken/],
  ['exports/pocket.csv', 'Ferry "Marigold" returns', /No content here/],
  ['exports/instapaper.csv', 'What the dredger found', /No content here/],
  ['exports/bookmarks.html', 'Ferry fares to rise', /No content here/],
  ['exports/hypothesis.json', 'What the dredger found', /No content here/],
  ['exports/readwise.csv', 'The Keeper’s Handbook', /No content here/],
  ['exports/wallabag.json', 'Tides', /No content here/],
  ['exports/csl.json', 'Lamps and promises', /No content here/],
  ['exports/pocket.html', 'The ferry & the fog', /No content here/],
  ['exports/pocket-annotations.json', 'Tides', /No content here/],
  ['exports/readwise-reader.csv', 'What the dredger found', /No content here/],
  ['zotero/Harbour.rdf', 'Statement of the harbour office', /No content here/],
  ['joplin/00000000000000000000000000000011.md', 'Wardens won’t check papers', /Taken|New revision/],
];

/** What Omnivore and Joplin wrap their pages and notes in, and a mark on a page that isn't here. */
function wrapped(): readonly (readonly [name: string, words: string, bytes: Uint8Array, outcome: RegExp])[] {
  const listed = [
    { id: '1', slug: 'crane', title: 'The crane on the mole', url: 'https://courier.example/crane', state: 'Active' },
  ];
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:uuid:0193a5a0-7c00-7000-8000-000000000001',
    type: 'Annotation',
    body: { type: 'TextualBody', value: 'Ask the clerk.' },
    target: {
      source: 'https://courier.example/not-here',
      selector: { type: 'TextQuoteSelector', exact: 'the spring rules' },
    },
  };
  return [
    [
      'omnivore.zip',
      'The crane on the mole',
      zipSync({
        'metadata_0_to_1.json': strToU8(JSON.stringify(listed)),
        'content/crane.html': strToU8(longStory('The crane on the mole')),
      }),
      /Taken/,
    ],
    [
      'rows.jsonl',
      'rows.jsonl',
      strToU8('{"wharf":"North","berths":4}\n{"wharf":"South","berths":7}\n'),
      /Needs a mapping/,
    ],
    ['marks.jsonld', 'not-here', strToU8(JSON.stringify(annotation)), /No content here/],
  ];
}

const longStory = (title: string) => story(title).replace('</article>', `<p>${title} took an hour.</p></article>`);
const folderOf = (name: string) => zipFolder(new URL(`../../fixtures/${name}/`, import.meta.url));

function tape(name: string, content: string): Promise<Buffer> {
  const writer = pack();
  writer.entry({ name }, content);
  writer.finalize();
  return buffer(writer);
}

/** What is made here, because it is binary. Each holds one article of its own. */
async function built(): Promise<
  readonly (readonly [name: string, words: string, bytes: Uint8Array, outcome: RegExp])[]
> {
  const record = (title: string) =>
    warcRecord({ uri: `https://courier.example/${title.replaceAll(' ', '-')}`, block: httpAnswer(longStory(title)) });
  const archived = record('The quay clock');
  const description = {
    profile: 'data-package',
    resources: [
      {
        name: 'a.warc',
        path: 'archive/a.warc',
        hash: `sha256:${createHash('sha256').update(archived).digest('hex')}`,
        bytes: archived.length,
      },
    ],
  };
  const note = `The tide gauge\n\nThe gauge on the pier was read at noon, and the water stood a foot above the mark.\n\nid: ${'1'.padStart(32, '0')}\ntype_: 1`;
  return [
    ['crawl.warc', 'The salt store', record('The salt store'), /Taken/],
    [
      'crawl.wacz',
      'The quay clock',
      zipSync({
        'archive/a.warc': [archived, { level: 0 }],
        'datapackage.json': strToU8(JSON.stringify(description)),
      }),
      /Taken/,
    ],
    [
      'crawl.arc',
      'The pilot boat',
      Buffer.concat([
        arcRecord(
          'filedesc://crawl.arc',
          '1 0 Courier\nURL IP-address Archive-date Content-type Archive-length\n',
          'text/plain',
        ),
        arcRecord('https://courier.example/boat', httpAnswer(longStory('The pilot boat'))),
      ]),
      /Taken/,
    ],
    ['saves.7z', 'The rope walk', await sevenZip({ 'rope.html': longStory('The rope walk') }), /Taken/],
    ['saves.tar', 'The gate of the lock', await tape('tar.html', longStory('The gate of the lock')), /Taken/],
    ['notes.jex', 'The tide gauge', await tape(`${'1'.padStart(32, '0')}.md`, note), /Taken/],
    ['page.html.gz', 'The weather mast', gzipSync(longStory('The weather mast')), /Taken/],
    ['strict.docx', 'strict.docx', folderOf('docx/strict'), /Taken/],
    ['book.epub', 'book.epub', folderOf('epub/essay'), /Taken/],
    ['list.csv', 'list.csv', strToU8('wharf,berths\nNorth,4\nSouth,7\n'), /Needs a mapping/],
    ['locked.7z', 'is encrypted', await sevenZip({ 'a.txt': 'locked' }, { switches: ['-psilt'] }), /Refused/],
  ];
}

test('a mixed folder of all formats is taken in, and the report tells of each', async ({ app }) => {
  test.slow();
  const { page } = app;
  const paths: string[] = [];
  for (const [file] of fixtures)
    paths.push(await app.file(`all/${file.replace('/', '-')}`, await readFile(app.fixture(file))));
  const made = [...(await built()), ...wrapped()];
  for (const [name, , bytes] of made) paths.push(await app.file(`all/${name}`, bytes));
  await app.importFiles(paths);

  const lines = page.getByRole('listbox', { name: 'Lines of the report' });
  const filter = page.getByRole('searchbox', { name: 'Filter by words in name, title or reason' });
  const outcomeOf = async (file: string, words: string, outcome: RegExp) => {
    await filter.fill(file);
    const line = lines.getByRole('option').filter({ hasText: file }).filter({ hasText: words }).first();
    await expect(line, file).toContainText(outcome);
  };
  for (const [file, words, outcome] of fixtures) await outcomeOf(file.replace('/', '-'), words, outcome);
  for (const [name, words, , outcome] of made) await outcomeOf(name, words, outcome);
});
