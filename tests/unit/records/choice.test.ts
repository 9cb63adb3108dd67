import { describe, expect, it } from 'vitest';
import { likenessOf } from '../../../main/formats/read/archives/records/article-likeness.ts';
import { warcContainer } from '../../../main/formats/read/archives/warc/container.ts';
import { warcReader } from '../../../main/formats/read/archives/warc/index.ts';
import { simplePdf } from '../../support/pdf-writer.ts';
import { httpAnswer, openedArchive, request, warcRecord } from '../../support/web-archive.ts';
import { article, boards, captured, image, pixel, redirect, site, story } from './crawl.ts';

const open = (...records: readonly Uint8Array[]) => openedArchive(warcContainer, Buffer.concat(records), 'crawl.warc');

const teaser = 'The harbour board of Port Ellery met on Tuesday evening and spoke about the lamps on the coast road.';
const title = (number: number) => `Sitting ${number} of the harbour board of Port Ellery`;
const site30 = (item: (number: number) => string) =>
  `<!doctype html><html><head><title>Courier</title></head><body><main><div>${Array.from({ length: 30 }, (_, number) => item(number)).join('\n')}</div></main></body></html>`;
const frontPages: Readonly<Record<string, string>> = {
  'cards with headlines': site30(
    (n) => `<article class="card"><h3><a href="/${n}">${title(n)}</a></h3><p>${teaser}</p></article>`,
  ),
  'headlines and teasers in a row': site30((n) => `<h3><a href="/${n}">${title(n)}</a></h3><p>${teaser}</p>`),
  'teasers that end in “read more”': site30(
    (n) => `<h2>${title(n)}</h2><p>${teaser} <a href="/${n}">Read more</a></p>`,
  ),
  'a list': `<!doctype html><html><body><ul>${Array.from({ length: 30 }, (_, n) => `<li><a href="/${n}">${title(n)}</a> ${teaser}</li>`).join('')}</ul></body></html>`,
  'a table': `<!doctype html><html><body><table>${Array.from({ length: 30 }, (_, n) => `<tr><td><a href="/${n}"><b>${title(n)}</b></a><br>${teaser}</td></tr>`).join('')}</table></body></html>`,
  'whole posts one below the other': site30(
    (n) => `<div class="post"><h2><a href="/${n}">${title(n)}</a></h2>${`<p>${teaser}</p>`.repeat(6)}</div>`,
  ),
  'a notice': '<!doctype html><html><body><h1>Not here</h1><p>This page has gone to another place.</p></body></html>',
};

describe('whether a page is an article', () => {
  it.each(Object.entries(frontPages))('is no for %s', (_what, markup) => {
    expect(likenessOf(markup, `${site}/news/`)).toBe('list');
  });

  it('is yes for a page with prose, short where it says that it is an article', () => {
    expect(likenessOf(story(1), `${site}/board/1`)).toBe('article');
    const plain = `<!doctype html><html><head><title>Lamps</title></head><body><div>${`<p>${teaser}</p>`.repeat(6)}</div></body></html>`;
    expect(likenessOf(plain, `${site}/lamps`)).toBe('article');
    expect(likenessOf(plain, `${site}/`)).toBe('list');
    const related = site30((n) => `<h3><a href="/${n}">${title(n)}</a></h3>`);
    expect(likenessOf(related.replace('<div>', `<div>${`<p>${teaser}</p>`.repeat(8)}`), `${site}/x`)).toBe('article');
  });

  it('is no for what no person opens', () => {
    const markup = `<!doctype html><html><body>${`<p>${teaser}</p>`.repeat(9)}</body></html>`;
    for (const address of ['https://ads.courier.example/x', `${site}/api/comments`, `${site}/embed/7`])
      expect(likenessOf(markup, address)).toBe('frame');
    expect(likenessOf(`<p>${teaser}</p>`.repeat(9), `${site}/x`)).toBe('frame');
    expect(likenessOf(markup, `${site}/2024/the-ad-that-the-api-of-the-harbour-showed`)).toBe('article');
  });

  it('takes no longer for hostile pages than they are long', () => {
    for (const piece of ['<div>', '<a href="x">', '<h2><a>', '<p>x', '<li><a>x</a>'])
      expect(typeof likenessOf(`<html>${piece.repeat(50_000)}`, site)).toBe('string');
  });
});

describe('an archive without a list of pages', () => {
  it('counts what is no article', async () => {
    const answer = (path: string, type: string, body: string | Uint8Array = 'x') =>
      warcRecord({ uri: site + path, id: path, block: httpAnswer(body, { type }) });
    const posted = warcRecord({ uri: `${site}/send`, id: 'posted', block: httpAnswer(story(8)) });
    const { taken, summary } = await open(
      article(1),
      captured('/', frontPages['cards with headlines'] ?? ''),
      captured('/frame', story(7), { id: 'framed' }),
      warcRecord({
        type: 'request',
        uri: `${site}/frame`,
        contentType: 'application/http; msgtype=request',
        headers: { 'WARC-Concurrent-To': '<urn:uuid:framed>' },
        block: 'GET /frame HTTP/1.1\r\nSec-Fetch-Dest: iframe\r\n\r\n',
      }),
      posted,
      request(`${site}/send`, 'POST /send'),
      warcRecord({ uri: `${site}/gone`, id: 'gone', block: httpAnswer(story(9), { status: 404 }) }),
      redirect('/old', '/board/1'),
      image('/lamp.png'),
      answer('/site.css', 'text/css'),
      answer('/site.js', 'application/javascript'),
      answer('/film', 'video/mp4'),
      answer('/robots.txt', 'text/plain'),
      answer('/minutes.pdf', 'application/pdf'),
      answer('/data', 'application/json; charset=utf-8', '{}'),
      answer('/any', 'application/x-any'),
    );
    expect(taken).toEqual(boards(1));
    expect(summary).toBe(
      '1 page was read as an article. Not taken: 1 front page or list of links, 1 frame, advertisement or answer to a script of a page, 1 answer to a form that was sent, 1 error page, 1 redirect, 1 image, 2 styles, scripts and fonts, 1 film or sound recording, 1 robots.txt, 1 other document (PDF, plain text), 1 file of data (JSON, XML) and 1 other thing.',
    );
  });

  it('leaves out what Heritrix embedded in a page', async () => {
    const embedded = warcRecord({
      type: 'metadata',
      uri: `${site}/board/2`,
      contentType: 'application/warc-fields',
      headers: { 'WARC-Concurrent-To': '<urn:uuid:embedded>' },
      block: 'via: https://courier.example/\r\nhopsFromSeed: LLE\r\n',
    });
    const { taken } = await open(article(1), captured('/board/2', story(2), { id: 'embedded' }), embedded, article(3));
    expect(taken).toEqual(boards(1, 3));
  });

  it('takes the one page of an archive of one page, whatever it looks like', async () => {
    const { taken } = await open(
      captured('/', frontPages['a notice'] ?? ''),
      image('/lamp.png'),
      warcRecord({ uri: `${site}/robots.txt`, block: httpAnswer('User-agent: *', { type: 'text/plain' }) }),
    );
    expect(taken).toEqual([`${site}/`]);
  });

  it('takes documents that somebody put into it by themselves', async () => {
    const minutes = 'Minutes of the quay\n\nBy Ola Brandt\n\nThe board met on the quay for an hour and went home.\n';
    const resource = warcRecord({
      type: 'resource',
      uri: `${site}/minutes.txt`,
      contentType: 'text/plain',
      block: minutes,
    });
    const rich = warcRecord({
      type: 'resource',
      uri: `${site}/notice.rtf`,
      id: 'notice',
      contentType: 'text/rtf',
      block: String.raw`{\rtf1\ansi Notice to the ferries\par\par The night ferry lands at the old steps until the lamps are mended.\par}`,
    });
    const { taken, documents } = await open(article(1), resource, rich);
    expect(taken).toEqual([...boards(1), `${site}/minutes.txt`, `${site}/notice.rtf`]);
    expect(documents[1]?.metadata.title).toBe('Minutes of the quay');
    expect(documents[2]?.metadata.title).toBe('Notice to the ferries');
  });

  it('takes a PDF that was put into it, with the pages it stands on and a picture of each', async () => {
    const pages = ['The board met on the quay.', 'It voted for the lamps.'].map((text) => ({
      words: [{ x: 60, y: 700, text }],
    }));
    const record = warcRecord({
      type: 'resource',
      uri: `${site}/minutes.pdf`,
      contentType: 'application/pdf',
      block: simplePdf({ pages }),
    });
    const { taken, documents } = await open(article(1), record);
    expect(taken).toEqual([...boards(1), `${site}/minutes.pdf`]);
    expect(documents[1]?.blocks.map(({ page }) => page)).toEqual([1, 2]);
    expect(documents[1]?.metadata.url).toBe(`${site}/minutes.pdf`);
    expect(await warcReader.pages?.count(record)).toBe(2);
    expect((await warcReader.pages?.draw(record, 2))?.width).toBeGreaterThan(600);
    await expect(warcReader.pages?.count(article(1))).rejects.toThrow('has no pages');
  });
});

describe('an archive with a list of pages among its records', () => {
  const list = (...urls: readonly string[]) =>
    warcRecord({
      type: 'warcinfo',
      contentType: 'application/warc-fields',
      block: `software: a browser\r\njson-metadata: ${JSON.stringify({ pages: urls.map((url) => ({ url })) })}\r\n`,
    });

  it('gives the listed pages, whatever they look like, and no others', async () => {
    const { taken, summary } = await open(
      article(1),
      captured('/', frontPages['a notice'] ?? ''),
      list(`${site}/`, 'http://www.courier.example/board/2#top'),
      article(2),
    );
    expect(taken).toEqual([`${site}/`, ...boards(2)]);
    expect(summary).toMatch(/1 page that its own list of pages does not name/);
  });

  it('follows redirects from listed pages, and is not caught in a circle', async () => {
    const { taken, refused } = await open(
      list(`${site}/short`, `${site}/round`, `${site}/nowhere`),
      redirect('/short', '/longer'),
      redirect('/longer', `${site}/board/1`),
      redirect('/round', '/and-round'),
      redirect('/and-round', '/round'),
      article(1),
      article(2),
    );
    expect(taken).toEqual(boards(1));
    expect(refused.map(({ path }) => path).sort()).toEqual([`${site}/nowhere`, `${site}/round`]);
    expect(refused[0]?.reason).toMatch(/own list of pages names it/);
  });

  it('judges pages by rule that a crawler only came by', async () => {
    const info = (path: string) =>
      warcRecord({
        type: 'resource',
        uri: `urn:pageinfo:${site}${path}`,
        contentType: 'application/json',
        block: '{}',
      });
    const { taken } = await open(
      article(1),
      captured('/', frontPages['a table'] ?? ''),
      article(2),
      info('/'),
      info('/board/1'),
    );
    expect(taken).toEqual(boards(1));
  });
});

describe('pages that were seen again', () => {
  const again = (headers: Readonly<Record<string, string>>, path = '/board/1') =>
    warcRecord({
      type: 'revisit',
      uri: site + path,
      date: '2024-12-24T06:00:00Z',
      id: 'again',
      headers: { 'WARC-Profile': 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest', ...headers },
      block: httpAnswer(''),
    });
  const digest = 'sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
  const first = captured('/board/1', story(1), { id: 'first', headers: { 'WARC-Payload-Digest': digest } });

  it.each([
    ['its id', { 'WARC-Refers-To': '<urn:uuid:first>' }],
    [
      'its address and date',
      { 'WARC-Refers-To-Target-URI': `${site}/board/1`, 'WARC-Refers-To-Date': '2024-11-14T17:20:00Z' },
    ],
    ['its digest', { 'WARC-Payload-Digest': digest }],
  ])('are read with the record they refer to by %s', async (_how, headers) => {
    const { taken, documents, members } = await open(first, again(headers), article(2));
    expect(taken).toEqual(boards(1, 1, 2));
    expect(documents.map(({ captured }) => captured?.slice(0, 10))).toEqual(['2024-11-14', '2024-12-24', '2024-11-14']);
    const [, revisit] = members;
    if (revisit?.kind !== 'file') throw new Error('the revisit was not taken');
    expect(Buffer.from(revisit.bytes).equals(Buffer.concat([again(headers), first]))).toBe(true);
    // By itself it is an archive again, of this one capture.
    const alone = await openedArchive(warcContainer, revisit.bytes, 'one.warc');
    expect(alone.members).toMatchObject([{ kind: 'file', path: boards(1)[0] }]);
  });

  it('are counted where that record is in no file of the archive', async () => {
    const { taken, summary } = await open(article(1), again({ 'WARC-Refers-To': '<urn:uuid:elsewhere>' }, '/board/2'));
    expect(taken).toEqual(boards(1));
    expect(summary).toMatch(/1 revisit whose first capture is in another archive/);
  });
});

describe('the pictures of a page', () => {
  const shown = (address: string) => article(1, `<p><img src="${address}" width="400"></p>`);
  const pictureOf = async (...records: readonly Uint8Array[]) =>
    (await open(...records)).documents[0]?.images[0]?.bytes;
  const other = Buffer.concat([pixel, Buffer.from('another')]);

  it('come from before and behind it, from the very address before others', async () => {
    expect(await pictureOf(image('/lamp.png'), shown('/lamp.png'))).toEqual(new Uint8Array(pixel));
    expect(await pictureOf(shown('/lamp.png'), image('/lamp.png'))).toEqual(new Uint8Array(pixel));
    const secure = image('http://www.courier.example/lamp.png', other);
    expect(await pictureOf(shown('/lamp.png#small'), secure, image('/lamp.png'))).toEqual(new Uint8Array(pixel));
    expect(await pictureOf(shown('/lamp.png'), secure)).toEqual(new Uint8Array(other));
    expect(await pictureOf(shown('/lamp.png?w=1'), image('/lamp.png?w=2'))).toBeUndefined();
  });

  it('are those captured nearest in time', async () => {
    const late = image('/lamp.png', other, '2024-11-14T17:21:00Z');
    const early = image('/lamp.png', pixel, '2019-01-01T00:00:00Z');
    expect(await pictureOf(early, shown('/lamp.png'), late)).toEqual(new Uint8Array(other));
  });

  it('are found through redirects and revisits, and what is cut off or no picture is none', async () => {
    expect(await pictureOf(shown('/l'), redirect('/l', '/r'), redirect('/r', '/lamp.png'), image('/lamp.png'))).toEqual(
      new Uint8Array(pixel),
    );
    expect(await pictureOf(shown('/l'), redirect('/l', '/r'), redirect('/r', '/l'))).toBeUndefined();
    const again = warcRecord({
      type: 'revisit',
      uri: `${site}/l.png`,
      block: httpAnswer('', { type: 'image/png' }),
      headers: {
        'WARC-Refers-To-Target-URI': `${site}/lamp.png`,
        'WARC-Refers-To-Date': '2024-11-14T17:20:00Z',
      },
    });
    expect(await pictureOf(shown('/l.png'), again, image('/lamp.png'))).toEqual(new Uint8Array(pixel));
    const whole = image('/lamp.png');
    expect(await pictureOf(shown('/lamp.png'), whole.subarray(0, whole.length - 20))).toBeUndefined();
    expect(await pictureOf(shown('/lamp.png'), image('/lamp.png', Buffer.from('<svg/>')))).toBeUndefined();
  });
});

describe('going on in an archive', () => {
  it('from any place gives the rest, and the same closing line', async () => {
    const records = [
      article(1),
      captured('/', frontPages['a table'] ?? ''),
      article(2),
      image('/lamp.png'),
      captured('/more', frontPages['a list'] ?? ''),
      article(3),
    ];
    const bytes = Buffer.concat(records);
    const whole = await openedArchive(warcContainer, bytes, 'crawl.warc');
    expect(whole.taken).toEqual(boards(1, 2, 3));
    for (const [index, member] of whole.members.entries()) {
      if (member.kind !== 'file') continue;
      const rest = await openedArchive(warcContainer, bytes, 'crawl.warc', member.position);
      expect(rest.taken).toEqual(whole.taken.slice(index + 1));
      expect(rest.summary).toBe(whole.summary);
    }
    expect((await openedArchive(warcContainer, bytes, 'crawl.warc', 'of another version')).taken).toEqual(whole.taken);
  });
});
