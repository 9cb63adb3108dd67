import { strToU8, zipSync } from 'fflate';
import { compressed, httpAnswer, warcRecord } from '../../support/web-archive.ts';
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
