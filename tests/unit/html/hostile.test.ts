import { describe, expect, it } from 'vitest';
import { blockText, canonicalText, runsOf } from '../../../main/contract/index.ts';
import { htmlReader } from '../../../main/formats/read/web/html/index.ts';
import { readPage } from './support.ts';

const prose =
  'The council of Port Ellery met on Thursday, and after a long debate it voted for the bridge, nine to two. ';
const article = (inside: string): string =>
  `<!DOCTYPE html><h1>A vote</h1><article><p>${prose}</p>${inside}<p>${prose}${prose}</p></article>`;

/** Markup that runs something in a browser. What is left of it must be words at most. */
const payloads = [
  '<p>Before the word <script>alert(1)</script> after the word, which is long enough to stay in.</p>',
  '<p><a href="javascript:alert(1)">a link that would run something, with enough words</a> in a paragraph of prose.</p>',
  '<p><a href=" &#106;ava\tscript:alert(1)">another one with enough words to be kept</a> in a paragraph of prose.</p>',
  '<p><a href="data:text/html,<script>alert(1)</script>">and one made of data, with enough words</a> in prose.</p>',
  '<p><a href="vbscript:msgbox(1)">and one of another language, with enough words</a> in prose.</p>',
  '<p><a href="file:///etc/passwd">and one that names a file, with enough words</a> in prose.</p>',
  '<svg onload="alert(1)"><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<img src="x" onerror="alert(1)"><img src="javascript:alert(1)"><iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<template><script>alert(1)</script></template><object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<style>@import "javascript:alert(1)";</style><link rel="stylesheet" href="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">Send</button></form>',
  '<textarea><script>alert(1)</script></textarea><title><script>alert(1)</script></title><xmp><script>alert(1)</script></xmp>',
];

describe('a page that would run something', () => {
  it.each(payloads)('gives words and safe links only: %s', async (payload) => {
    const { blocks } = await readPage(article(payload));
    const text = blocks.map(blockText).join('\n');
    expect(text).toContain(prose.trim());
    expect(text).not.toMatch(/alert\(1\)|msgbox/u);
    for (const { content } of blocks.flatMap(runsOf))
      for (const mark of content.marks) if (mark.kind === 'link') expect(mark.href).toMatch(/^(?:https?|mailto):/u);
    for (const block of blocks) if (block.kind === 'figure') expect(block.source ?? 'https:').toMatch(/^https?:/u);
  });
});

describe('a page made to be too much', () => {
  it.each([
    ['nested boxes', '<div>'.repeat(100_000)],
    ['nested inline marks', '<b>'.repeat(100_000)],
    ['nested quotations', '<blockquote><p>a quotation in a quotation</p>'.repeat(20_000)],
    ['nested lists', '<ul><li><div>'.repeat(20_000)],
    ['nested tables', '<table><tr><td>'.repeat(20_000)],
    ['nested layout lists', '<ul><li><p>one</p><p>two</p><p>three</p><div>'.repeat(3_000)],
    ['a million tags', '<i></i>'.repeat(500_000)],
    ['unclosed paragraphs', '<p>'.repeat(300_000)],
    ['stray end tags', '</div></b></p></table>'.repeat(100_000)],
    ['one tag with many attributes', `<p ${Array.from({ length: 20_000 }, (_, index) => `a${index}="x"`).join(' ')}>`],
    ['a long attribute', `<p class="${'x '.repeat(500_000)}">`],
    ['a comment without an end', `<!-- ${'x'.repeat(500_000)}`],
    ['an entity over and over', '&amp;lt;'.repeat(100_000)],
  ])(
    'is read to its end: %s',
    async (_, bomb) => {
      const { blocks } = await readPage(`<!DOCTYPE html><h1>A vote</h1><p>${prose}${prose}</p>${bomb}`);
      expect(canonicalText({ blocks }).text).toContain(prose.trim());
    },
    180_000,
  );

  it('does not expand entities that a page declares', async () => {
    const bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const { blocks } = await readPage(`${bomb}<p>${prose}${prose}&b;</p>`);
    expect(canonicalText({ blocks }).text.length).toBeLessThan(500);
  });

  it('asks for no file outside its folder', async () => {
    await expect(
      readPage(
        article(
          '<img src="../../etc/passwd"><img src="%2e%2e/secret.png"><img src="/etc/passwd"><img src="C:\\secret.png">',
        ),
      ),
    ).resolves.toBeDefined();
  });

  it('says so when a page holds no text', async () => {
    const { blocks, partial } = await readPage('<!DOCTYPE html><html><body><img src="a.png"></body></html>');
    expect(blocks.filter((block) => block.kind !== 'figure')).toEqual([]);
    expect(partial).toMatch(/No text/u);
    expect(await htmlReader.words(Buffer.from(''))).toBe('\n');
  });
});
