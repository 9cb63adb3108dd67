import { describe, expect, it } from 'vitest';
import { blockText } from '../../../main/contract/index.ts';
import { type FormatReader, isMention } from '../../../main/formats/format.ts';
import { feedReader } from '../../../main/formats/read/news/feed/index.ts';
import { jsonFeedReader } from '../../../main/formats/read/news/feed/json-feed.ts';
import { readAll, unverifiableIn } from '../formats/reading.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function articles(feed: string | Uint8Array, reader: FormatReader = feedReader) {
  const found = await readAll(reader, typeof feed === 'string' ? bytes(feed) : feed, 'feed.xml');
  return found.flatMap((one) => (isMention(one) ? [] : [one]));
}

async function first(feed: string | Uint8Array) {
  const [one] = await articles(feed);
  if (one === undefined) throw new Error('no article');
  return one;
}

const rss = (item: string, head = '<title>Courier</title>') =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${head}${item}</channel></rss>`;
const whole = '<content:encoded>&lt;p&gt;The pier is closed until spring.&lt;/p&gt;</content:encoded>';
const item = (inner: string) => rss(`<item><title>The pier</title>${inner}</item>`);

const sentence = 'The harbour board met on the quay and spoke of the spring rules for an hour and a half. ';

describe('what of a feed is an article', () => {
  const said = async (feed: string) => {
    const [found] = await readAll(feedReader, bytes(feed), 'feed.xml');
    if (found === undefined) throw new Error('nothing');
    return isMention(found) ? found.reason : (found.partial ?? 'whole');
  };
  it.each([
    ['the whole content', whole, 'whole'],
    ['a short summary', `<description>${sentence}</description>`, /Only a teaser/u],
    ['a summary as long as an article', `<description>${sentence.repeat(8)}</description>`, 'whole'],
    ['a long summary that is cut off', `<description>${sentence.repeat(8)}…</description>`, /Only its beginning/u],
    [
      'a long content with a link to the rest',
      `<content:encoded>&lt;p&gt;${sentence.repeat(8)}&lt;/p&gt;&lt;p&gt;&lt;a href="x"&gt;Read more »&lt;/a&gt;&lt;/p&gt;</content:encoded>`,
      /Only its beginning/u,
    ],
    [
      'a short content that is cut off',
      '<content:encoded>The pier is closed [...]</content:encoded>',
      /Only a teaser/u,
    ],
    ['a content that ends with a question of more', '<content:encoded>They asked for more.</content:encoded>', 'whole'],
    [
      'one that begins its last line with more',
      '<content:encoded>&lt;p&gt;The pier is closed.&lt;/p&gt;&lt;p&gt;More than forty crews signed.&lt;/p&gt;</content:encoded>',
      'whole',
    ],
    [
      'one that was read on the quay',
      '<content:encoded>Read on the quay, the statement was short.</content:encoded>',
      'whole',
    ],
    [
      'a cut above the line that says where it was first',
      '<content:encoded>&lt;p&gt;The pier is closed [&#8230;]&lt;/p&gt;&lt;p&gt;The post The pier appeared first on Courier.&lt;/p&gt;</content:encoded>',
      /Only a teaser/u,
    ],
    [
      'a link on to its title',
      '<content:encoded>&lt;p&gt;The pier is closed.&lt;/p&gt;&lt;p&gt;Continue reading The pier&lt;/p&gt;</content:encoded>',
      /Only a teaser/u,
    ],
    ['an empty content and a summary', `<content:encoded/><description>${sentence}</description>`, /Only a teaser/u],
    ['pictures alone', '<content:encoded>&lt;img src="a.png"&gt;</content:encoded>', /Only a teaser/u],
    ['nothing but a title', '', /holds no text/u],
  ])('%s', async (_, inner, expected) => {
    if (typeof expected === 'string') expect(await said(item(inner))).toBe(expected);
    else expect(await said(item(inner))).toMatch(expected);
  });
  it('a note without a title is its own text', async () => {
    expect(await said(rss('<item><description>The tide tables are wrong.</description></item>'))).toBe('whole');
  });
  it('a long text in a language that parts no words by spaces', async () => {
    expect(await said(item(`<description>${'港の番人は書類を調べない。'.repeat(20)}</description>`))).toBe('whole');
  });
  it('an entry is told by its title and address, with its date', async () => {
    const feed = item('<link>https://courier.example/pier</link><pubDate>Thu, 14 Nov 2024 17:20 GMT</pubDate>');
    expect(await readAll(feedReader, bytes(feed), 'feed.xml')).toEqual([
      {
        kind: 'mentioned',
        part: 'https://courier.example/pier',
        title: 'The pier',
        url: 'https://courier.example/pier',
        published: { value: '2024-11-14T17:20Z', precision: 'minute' },
        reason: expect.stringMatching(/Save its page/u),
      },
    ]);
  });
});

describe('an entry’s address', () => {
  const url = async (feed: string) => (await first(feed)).metadata.url;
  it.each([
    [
      'its link',
      '<link>https://courier.example/pier</link><guid>https://courier.example/?p=1</guid>',
      'https://courier.example/pier',
    ],
    ['its permanent identifier', '<guid>https://courier.example/?p=1</guid>', 'https://courier.example/?p=1'],
    ['not an identifier that is none', '<guid isPermaLink="false">https://courier.example/?p=1</guid>', null],
    [
      'a name for all time',
      '<guid isPermaLink="false">tag:courier.example,2024:pier</guid>',
      'tag:courier.example,2024:pier',
    ],
    ['not a number', '<guid isPermaLink="false">4711</guid>', null],
    ['never a script', '<link>javascript:alert(1)</link>', null],
  ])('is %s', async (_, inner, expected) => {
    expect(await url(item(`${inner}${whole}`))).toBe(expected);
  });
  it('is made absolute by xml:base, else by the site', async () => {
    const head = '<title>Courier</title><link>https://courier.example/news/</link>';
    expect(await url(rss(`<item><link>pier</link>${whole}</item>`, head))).toBe('https://courier.example/news/pier');
    expect(await url(rss(`<item xml:base="https://other.example/a/"><link>pier</link>${whole}</item>`, head))).toBe(
      'https://other.example/a/pier',
    );
  });
  it('is made absolute by each base within the one around it, once', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://courier.example/a/"><entry xml:base="b/"><link href="pier" xml:base="c/"/><content type="html" xml:base="d/">&lt;a href="e">The pier&lt;/a></content></entry></feed>`;
    const { metadata, blocks } = await first(atom);
    expect(metadata.url).toBe('https://courier.example/a/b/c/pier');
    expect(JSON.stringify(blocks)).toContain('"https://courier.example/a/b/d/e"');
    expect(
      await url(
        `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xml:base="https://courier.example/"><channel xml:base="a/"><item xml:base="b/"><link>pier</link>${whole}</item></channel></rss>`,
      ),
    ).toBe('https://courier.example/a/b/pier');
  });
  it('is not the site’s, nor one that different entries share', async () => {
    const head = '<title>Courier</title><link>https://courier.example/</link>';
    const shared = (id: string, place: string) =>
      `<item><guid isPermaLink="false">${id}</guid><link>https://courier.example/live${place}</link>${whole}</item>`;
    const feed = rss(
      `${shared('tag:courier.example,2024:1', '#a')}${shared('2', '#b')}<item><link>https://courier.example</link>${whole}</item>`,
      head,
    );
    expect((await articles(feed)).map(({ metadata }) => metadata.url)).toEqual([
      'tag:courier.example,2024:1',
      null,
      null,
    ]);
  });
  it('stays where one entry comes in two versions', async () => {
    const version = (text: string) =>
      `<item><guid>https://courier.example/pier</guid><content:encoded>${text}</content:encoded></item>`;
    const both = await articles(rss(`${version('The pier is closed.')}${version('The pier is open.')}`));
    expect(both.map(({ metadata }) => metadata.url)).toEqual(Array(2).fill('https://courier.example/pier'));
    expect(both.map(({ part }) => part)).toEqual(['https://courier.example/pier', 'https://courier.example/pier (2)']);
  });
});

describe('names, dates and titles', () => {
  const metadata = async (inner: string) => (await first(rss(`<item>${inner}${whole}</item>`))).metadata;
  it.each([
    ['<author>ola@courier.example (Ola Brandt)</author>', ['Ola Brandt']],
    ['<author>Ola Brandt &lt;ola@courier.example&gt;</author>', ['Ola Brandt']],
    ['<author>ola@courier.example</author>', []],
    ['<dc:creator>Ana Voss</dc:creator><author>desk@courier.example (The desk)</author>', ['Ana Voss']],
    [
      '<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">By Ana Voss and Bo Lind</dc:creator>',
      ['Ana Voss', 'Bo Lind'],
    ],
    ['<dc:creator>Courier</dc:creator>', []],
  ])('%s', async (inner, names) => {
    expect((await metadata(inner)).byline).toEqual(names);
  });
  it.each([
    ['Thu, 14 Nov 2024 17:20:00 GMT', '2024-11-14T17:20:00Z'],
    ['14 Nov 24 17:20 -0500', '2024-11-14T17:20-05:00'],
    ['Thur, 14 November 2024 17:20:00 EST', '2024-11-14T17:20:00-05:00'],
    ['Thu Nov 14 17:20:00 CET 2024', '2024-11-14T17:20:00+01:00'],
    ['2024-11-14 17:20:00.0', '2024-11-14T17:20:00'],
    ['14/11/2024', '2024-11-14'],
  ])('%s', async (written, value) => {
    expect((await metadata(`<pubDate>${written}</pubDate>`)).published?.value).toBe(value);
  });
  it('keep an unreadable date out', async () => {
    expect((await metadata('<pubDate>yesterday</pubDate>')).published).toBeNull();
  });
  it.each([
    ['Rock &amp;amp; sand', 'Rock & sand'],
    ['The &lt;b&gt;pier&lt;/b&gt;', 'The pier'],
    ['5 &lt; 6 &amp; more', '5 < 6 & more'],
    ['<![CDATA[The pier&#8217;s end]]>', 'The pier’s end'],
    ['  The\n pier&nbsp; ', 'The pier'],
  ])('%s', async (written, title) => {
    expect((await metadata(`<title>${written}</title>`)).title).toBe(title);
  });
});

describe('encodings', () => {
  const feed = (declared: string) =>
    `<?xml version="1.0"${declared}?>${item('<content:encoded>The quay’s end – “closed”.</content:encoded>')}`;
  const text = async (raw: Uint8Array) => (await first(raw)).blocks.map(blockText).join('\n');
  const expected = 'The quay’s end – “closed”.';
  it.each([
    ['UTF-8 that calls itself Latin-1', bytes(feed(' encoding="iso-8859-1"'))],
    ['UTF-8 that calls itself UTF-16', bytes(feed(' encoding="utf-16"'))],
    ['UTF-16 with a mark', new Uint8Array(Buffer.from(`\ufeff${feed(' encoding="utf-8"')}`, 'utf16le'))],
    [
      'Windows-1252 that calls itself UTF-8',
      new Uint8Array(
        Buffer.from(
          feed(' encoding="utf-8"').replace('’', '\x92').replace('–', '\x96').replace('“', '\x93').replace('”', '\x94'),
          'latin1',
        ),
      ),
    ],
    [
      'Windows-1252 that was taken for Latin-1 on its way to UTF-8',
      bytes(feed('').replace('’', '\u0092').replace('–', '\u0096').replace('“', '\u0093').replace('”', '\u0094')),
    ],
    [
      'references of that kind',
      bytes(feed('').replace('’', '&#146;').replace('–', '&#x96;').replace('“', '&#147;').replace('”', '&rdquo;')),
    ],
  ])('%s', async (_, raw) => {
    expect(await text(raw)).toBe(expected);
    expect(await unverifiableIn(feedReader, raw, 'feed.xml')).toEqual([]);
  });
});

describe('sniffing', () => {
  const sniff = (text: string) => feedReader.sniff(bytes(text), 'a.txt');
  it.each([
    '<rss version="2.0">',
    '<?xml version="1.0"?><!-- a feed --><?style x?>\n<RSS>',
    '<!DOCTYPE rss [<!ENTITY a "<html>">]><rss>',
    '\ufeff<feed xmlns="http://www.w3.org/2005/Atom">',
    '<a:feed xmlns:a="http://purl.org/atom/ns#">',
    '<rdf:RDF xmlns="http://purl.org/rss/1.0/">',
  ])('knows %s', (text) => {
    expect(sniff(text)).toBe(1);
  });
  it.each([
    '<html><rss>',
    'About <rss version="2.0">',
    '<feed><pump>',
    '<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#">',
    '<opml version="2.0">',
    '{"rss": 1}',
  ])('leaves %s alone', (text) => {
    expect(sniff(text)).toBe(0);
  });
  it('knows a JSON feed by its version, escaped or not', () => {
    expect(jsonFeedReader.sniff(bytes('{ "version" : "https:\\/\\/jsonfeed.org\\/version\\/1.1"'), 'a')).toBe(1);
    expect(jsonFeedReader.sniff(bytes('{"version": "1.1", "items": []}'), 'a')).toBe(0);
  });
});
