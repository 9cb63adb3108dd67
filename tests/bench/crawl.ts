import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { httpAnswer, warcRecord } from '../support/web-archive.ts';
import type { ArticleGenerator } from './generator.ts';
import { savedPage } from './saved-page.ts';

const site = 'https://crawl.example';

/**
 * Writes a web archive of so many megabytes, unpacked, record by record: pages with a picture each that stands
 * behind them, every tenth one a front page, and the requests, styles, redirects and error pages that come with them.
 */
export async function writeCrawl(path: string, generator: ArticleGenerator, megabytes: number): Promise<void> {
  const file = createWriteStream(path);
  const noise = randomBytes(60_000);
  const front = `<html><body><ul>${Array.from({ length: 80 }, (_, index) => `<li><a href="/story/${index}">News of the harbour and the town, number ${index}</a></li>`).join('')}</ul></body></html>`;
  let written = 0;
  for (let number = 0; written < megabytes * 1e6; number += 1) {
    const shown = `<p><img src="/picture/${number}.jpg" width="640"></p></article>`;
    const page = savedPage(generator, number).replace('</article>', shown);
    // The first bytes of a JPEG and a number of its own: no two pictures are the same.
    const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(String(number)), noise]);
    const body = gzipSync(page, { level: 1 });
    written += Buffer.byteLength(page) - body.length;
    const records = [
      warcRecord({
        type: 'request',
        uri: `${site}/story/${number}`,
        contentType: 'application/http; msgtype=request',
        block: `GET /story/${number} HTTP/1.1\r\nHost: crawl.example\r\n\r\n`,
      }),
      warcRecord({
        uri: `${site}/story/${number}`,
        id: `page-${number}`,
        block: httpAnswer(body, { headers: { 'Content-Encoding': 'gzip' } }),
      }),
      warcRecord({ uri: `${site}/picture/${number}.jpg`, block: httpAnswer(picture, { type: 'image/jpeg' }) }),
      warcRecord({ uri: `${site}/style/${number}.css`, block: httpAnswer('p { margin: 0 }', { type: 'text/css' }) }),
      warcRecord({
        uri: `${site}/old/${number}`,
        block: httpAnswer('', { status: 301, headers: { Location: `/story/${number}` } }),
      }),
      ...(number % 10 === 0
        ? [
            warcRecord({ uri: `${site}/section/${number}`, block: httpAnswer(front) }),
            warcRecord({ uri: `${site}/gone/${number}`, block: httpAnswer(front, { status: 404 }) }),
          ]
        : []),
    ];
    for (const record of records) {
      written += record.length;
      if (!file.write(gzipSync(record, { level: 1 }))) await once(file, 'drain');
    }
  }
  file.end();
  await once(file, 'close');
}
