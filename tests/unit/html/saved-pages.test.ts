import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blockText, runsOf } from '../../../main/contract/index.ts';
import type { CapturedDocument } from '../../../main/formats/format.ts';
import { htmlReader } from '../../../main/formats/read/web/html/index.ts';
import { sniffFormat } from '../../../main/formats/registry.ts';
import { companionNames } from '../../../main/formats/shared/html/companion-folders.ts';
import { fixture, readBytes, summary, unverifiable } from '../formats/reading.ts';

const folder = new URL('../../fixtures/saved-pages/', import.meta.url);
const files = readdirSync(folder).filter((name) => /html?$/u.test(name));
const documentOf = (name: string) => readBytes(htmlReader, fixture(`saved-pages/${name}`), name);
const read = (markup: string) => readBytes(htmlReader, Buffer.from(markup), 'page.html');
const textOf = ({ blocks }: CapturedDocument) => blocks.map(blockText).join('\n');
const linksOf = ({ blocks }: CapturedDocument) =>
  blocks.flatMap(runsOf).flatMap(({ content }) => content.marks.flatMap((mark) => ('href' in mark ? [mark.href] : [])));

const prose =
  'The council of Port Ellery met on Thursday, and after a long debate it voted for the bridge, nine to two. ';
const page = (head: string, inside = '') =>
  `<!DOCTYPE html>${head}<html><head><title>A vote</title></head><body><h1>A vote</h1><p>${prose}${prose}</p>${inside}<p>${prose.repeat(3)}</p></body></html>`;

describe('golden saved pages', () => {
  it.each(files)('%s', async (name) => {
    const expected: unknown = JSON.parse(
      readFileSync(new URL(name.replace(/\.[a-z]+$/u, '.expected.json'), folder), 'utf8'),
    );
    expect(await summary(htmlReader, `saved-pages/${name}`)).toEqual(expected);
  });
  it.each(files)('%s: every word of the blocks is in the original', async (name) => {
    expect(await unverifiable(htmlReader, `saved-pages/${name}`)).toEqual([]);
  });
  it.each(files)('%s is known as a page', (name) => {
    const sniffed = sniffFormat(fixture(`saved-pages/${name}`), 'something');
    expect(sniffed.kind === 'known' ? sniffed.reader.name : sniffed.reason).toBe('html');
  });
});

describe('SingleFile', () => {
  it('gives the address and the moment of saving', async () => {
    const { metadata, captured } = await documentOf('single-file.html');
    expect(metadata.url).toBe('https://courier.example/news/2022/01/lifeboat');
    expect(captured).toBe('2022-01-28T20:15:04.000Z');
  });
  it('shows pictures that it keeps once for all their places, and those inside', async () => {
    const { blocks, images } = await documentOf('single-file.html');
    expect(blocks.flatMap((block) => (block.kind === 'figure' ? [[block.alternative, block.image]] : []))).toEqual([
      ['The lifeboat at the quay', images[0]?.sha256],
      ['The crew', images[1]?.sha256],
    ]);
  });
  it('reads what stood in a shadow tree, and logs what was not displayed', async () => {
    const document = await documentOf('single-file.html');
    expect(textOf(document)).toContain('The Halcyon was built in Marrow Bay');
    expect(textOf(document)).not.toContain('left in it by mistake');
    expect(document.removals.find(({ step }) => step === 'hidden')?.text).toContain('left in it by mistake');
  });
  it.each([
    [
      'before 2019',
      'Archive processed by SingleFile \n url: https://courier.example/a \n saved date: Mon Mar 04 2019 10:11:12 GMT-0700 (MST)',
      '2019-03-04T17:11:12.000Z',
    ],
    [
      'with Windows line ends',
      'Page saved with SingleFile \r\n url: https://courier.example/a \r\n saved date: Mon Mar 04 2019 10:11:12 GMT+0000 (GMT)\r\n',
      '2019-03-04T10:11:12.000Z',
    ],
    [
      'with a date of its own form',
      'Page saved with SingleFile\n url: https://courier.example/a\n saved date: 2019-03-04T10:11:12.345Z',
      '2019-03-04T10:11:12.000Z',
    ],
    [
      'with a date without a zone',
      'Page saved with SingleFile\n url: https://courier.example/a\n saved date: 3/4/2019',
      null,
    ],
  ])('reads its comment %s', async (_, comment, captured) => {
    const document = await read(page(`<!--${comment}-->`));
    expect(document.metadata.url).toBe('https://courier.example/a');
    expect(document.captured).toBe(captured);
  });
  it('does not fill memory with one picture in ten thousand places', async () => {
    const picture = `data:image/png;base64,${'A'.repeat(200_000)}`;
    const image = '<p><img src="data:image/svg+xml,x" style="background-image:var(--sf-img-1)"></p>';
    const document = await read(page(`<style>:root{--sf-img-1:url("${picture}")}</style>`, image.repeat(10_000)));
    expect(textOf(document)).toContain(prose.trim());
  });
});

describe('other savers', () => {
  it.each([
    [
      'Chrome, Edge, Opera',
      '<!-- saved from url=(0025)https://courier.example/a -->',
      'https://courier.example/a',
      null,
    ],
    ['Internet Explorer, of a file of no place', '<!-- saved from url=(0014)about:internet -->', null, null],
    ['of a local file', '<!-- saved from url=(0021)file:///C:/page.html -->', null, null],
    [
      'monolith',
      '<!-- Saved from https://courier.example/a at 2021-11-16T08:30:15Z using monolith v2.8.3 -->',
      'https://courier.example/a',
      '2021-11-16T08:30:15.000Z',
    ],
    [
      'monolith of a local file',
      '<!-- Saved from local source at 2021-11-16T08:30:15Z using monolith v2.8.3 -->',
      null,
      '2021-11-16T08:30:15.000Z',
    ],
    [
      'HTTrack',
      "<!-- Mirrored from courier.example/a by HTTrack Website Copier/3.x [XR&CO'2014], Wed, 16 Nov 2016 12:00:00 GMT -->",
      'http://courier.example/a',
      '2016-11-16T12:00:00.000Z',
    ],
    [
      'Save Page WE',
      '<meta name="savepage-url" content="https://courier.example/a"><meta name="savepage-date" content="Wed Nov 16 2016 12:00:00 GMT+0100 (CET)">',
      'https://courier.example/a',
      '2016-11-16T11:00:00.000Z',
    ],
    [
      'WebScrapBook',
      '<html data-scrapbook-source="https://courier.example/a" data-scrapbook-create="20161116120000123">',
      'https://courier.example/a',
      '2016-11-16T12:00:00.000Z',
    ],
    [
      'Edge’s reading view',
      '<!-- saved from url=(0090)read://https_courier.example/?url=https%3A%2F%2Fcourier.example%2Fa -->',
      'https://courier.example/a',
      null,
    ],
    [
      'Firefox’s reading view by its address',
      '<!-- saved from url=(0060)about:reader?url=https%3A%2F%2Fcourier.example%2Fa -->',
      'https://courier.example/a',
      null,
    ],
    ['nothing but a lie', '<!-- saved from url=(0030)javascript:alert(1) -->', null, null],
  ])('%s', async (_, head, url, captured) => {
    const document = await read(page(head));
    expect(document.metadata.url).toBe(url);
    expect(document.captured).toBe(captured);
  });
});

describe('a page saved out of a web archive', () => {
  it('has its own address and the moment of its capture', async () => {
    const saved = await documentOf('wayback.html');
    expect(saved.metadata.url).toBe('https://www.courier.example/2016/11/16/wardens');
    expect(saved.captured).toBe('2016-11-18T09:30:15.000Z');
    const bare = await documentOf('wayback-bare.html');
    expect(bare.metadata.url).toBe('http://inland.example/ferries/fares.html');
    expect(bare.captured).toBe('2019-03-04T05:06:07.000Z');
  });

  it('has the links and pictures of the web', async () => {
    const saved = await documentOf('wayback.html');
    expect(linksOf(saved)).toEqual([
      'https://www.courier.example/people/alder',
      'http://wardens.example/letter?no=7#end',
      'mailto:desk@courier.example',
    ]);
    const bare = await documentOf('wayback-bare.html');
    expect(linksOf(bare)).toEqual(['http://inland.example/ferries/rules.html']);
    expect(bare.blocks.find(({ kind }) => kind === 'figure')).toMatchObject({
      source: 'http://inland.example/ferries/boat.jpg',
    });
  });

  it('loses the archive’s toolbar, which stands in the log', async () => {
    for (const name of ['wayback.html', 'wayback-bare.html']) {
      const document = await documentOf(name);
      expect(textOf(document)).not.toMatch(/captures|gift|give what you can/u);
      const log = document.removals.filter(({ step }) => step === 'saved-page');
      expect(log.map(({ text }) => text).join('\n')).toMatch(/Wayback Machine/u);
    }
  });

  it('keeps every word that the page itself writes of the archive', async () => {
    expect(textOf(await documentOf('wayback.html'))).toContain(
      'can also be read at https://web.archive.org/web/20161117000000/http://wardens.example/letter, where',
    );
  });

  it('is told from a page that links to one', async () => {
    const kept = 'https://web.archive.org/web/20161117000000/http://wardens.example/letter';
    const document = await read(
      page(
        '<!-- saved from url=(0025)https://courier.example/a -->',
        `<p>${prose}<a href="${kept}">Kept here.</a></p>`,
      ),
    );
    expect(linksOf(document)).toEqual([kept]);
    expect(document.metadata.url).toBe('https://courier.example/a');
  });

  it('knows other archives that are built alike', async () => {
    const address = 'https://archive.region.example/news/20161116120000mp_/https://courier.example/a';
    const document = await read(
      page(
        `<!-- saved from url=(0090)${address} -->`,
        `<p>${prose}<a href="/news/20161116120000mp_/https://courier.example/b">More.</a></p>`,
      ),
    );
    expect(document.metadata.url).toBe('https://courier.example/a');
    expect(document.captured).toBe('2016-11-16T12:00:00.000Z');
    expect(linksOf(document)).toEqual(['https://courier.example/b']);
  });

  it.each([
    ['a toolbar without an end', '<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><div>'],
    [
      'a toolbar around a whole book',
      `<!-- BEGIN WAYBACK TOOLBAR INSERT --><p>${prose.repeat(4000)}</p><!-- END WAYBACK TOOLBAR INSERT -->`,
    ],
    ['a million rewritten addresses', '<a href="/web/20161116120000/http://a.example/">a</a>'.repeat(50_000)],
    ['a digit too many', '<a href="/web/201611161200001/http://a.example/">a</a>'],
    ['a date that is none', '<!-- FILE ARCHIVED ON 99:99:99 Foo 99, 2016 AND RETRIEVED -->'],
  ])('loses no words of its own to %s', async (_, trick) => {
    expect(textOf(await read(page('', trick)))).toContain(prose.trim());
  });
});

describe('a page saved from a reading view', () => {
  it('has the page’s address and the byline, and none of the view’s buttons', async () => {
    const document = await documentOf('reader-firefox.html');
    expect(document.metadata).toMatchObject({
      url: 'https://bote.example/kreis/lampen-brennen-wieder',
      byline: ['Ada Brand', 'Jonas Kehl'],
      title: 'Die Lampen brennen wieder',
    });
    expect(document.metadata.sources.byline?.from).toBe('reader-view');
    expect(textOf(document)).not.toMatch(/Leseansicht|Vorlesen|Minuten|bote\.example/u);
  });
  it('has the page’s address and the shown headline, saved from Chrome’s', async () => {
    const { metadata } = await documentOf('reader-chrome.html');
    expect(metadata).toMatchObject({
      url: 'https://courier.example/2018/05/quay-street?page=1',
      title: 'The school on Quay Street',
    });
  });
});

describe('the folder beside a page', () => {
  it('is known in the languages of browsers', () => {
    expect(companionNames('A page.HTM')).toEqual(
      expect.arrayContaining(['A page_files', 'A page-Dateien', 'A page_fichiers', 'A page_pliki', 'A page-filer']),
    );
    expect(companionNames('A text.txt')).toEqual([]);
  });
});
