import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../main/contract/index.ts';
import { markdownReader } from '../../../main/formats/read/documents/markdown/index.ts';
import { readBytes, summary, unverifiable } from './reading.ts';

const folder = new URL('../../fixtures/markdown/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
const pixel = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const beside = { 'images/pier.png': pixel };
const read = (text: string, files: Readonly<Record<string, Uint8Array>> = {}) =>
  readBytes(markdownReader, new TextEncoder().encode(text), 'note.md', files);

describe('golden Markdown', () => {
  it.each(files)('%s', async (name) => {
    const expected: unknown = JSON.parse(readFileSync(new URL(name.replace('.md', '.expected.json'), folder), 'utf8'));
    expect(await summary(markdownReader, `markdown/${name}`, beside)).toEqual(expected);
  });
  it.each(files)('%s: every word of the blocks is in the original', async (name) => {
    expect(await unverifiable(markdownReader, `markdown/${name}`)).toEqual([]);
  });
});

describe('inline marks', () => {
  it('keep their place when white space is folded', async () => {
    const { blocks } = await read(
      'A *slow   \n  boat* with **a `red` mast** on [the   bay](https://bay.example/a) &amp; \\*no\\* more.',
    );
    const [block] = blocks;
    if (block?.kind !== 'paragraph') throw new Error('no paragraph');
    const { text, marks } = block.content;
    expect(text).toBe('A slow\nboat with a red mast on the bay & *no* more.');
    expect(marks.map((mark) => [mark.kind, text.slice(mark.start, mark.end)])).toEqual(
      expect.arrayContaining([
        ['emphasis', 'slow\nboat'],
        ['strong', 'a red mast'],
        ['code', 'red'],
        ['link', 'the bay'],
      ]),
    );
  });
  it('never make a link of a script, nor words of one', async () => {
    const document = await read(
      'A [trap](javascript:alert(1)) and <script>alert(2)</script> a <b onclick="x()">word</b>.\n\n<style>p{}</style>\n\n<iframe src="x">inner</iframe>',
    );
    expect(canonicalText(document).text).toBe('A trap and a word.');
    expect(JSON.stringify(document.blocks)).not.toMatch(/javascript|alert|onclick|href/u);
    expect(document.removals.map(({ step }) => step)).toEqual(['html', 'html']);
  });
});

describe('front matter', () => {
  const body = '\nThe north pier stays closed until spring, the commission decided.\n';
  it('goes before what the text says, and a heading that repeats the title goes', async () => {
    const document = await read(
      `---\ntitle: The pier\nauthor: "By Tomas Reyl and Ana Voss"\ndate: 16 November 2016\n---\n# The Pier\n${body}`,
    );
    expect(document.metadata).toMatchObject({
      title: 'The pier',
      byline: ['Tomas Reyl', 'Ana Voss'],
      published: { value: '2016-11-16' },
    });
    expect(document.metadata.sources.title?.from).toBe('front-matter');
    expect(document.blocks.some(({ kind }) => kind === 'heading')).toBe(false);
    expect(document.partial).toBeNull();
  });
  it('keeps a heading that is another', async () => {
    const { blocks } = await read(`---\ntitle: The pier\n---\n# Why it is closed\n${body}`);
    expect(blocks[0]).toMatchObject({ kind: 'heading', content: { text: 'Why it is closed' } });
  });
  it.each([
    ['not closed', `---\ntitle: The pier\nauthor: Tomas Reyl\n${body}`],
    ['with a tab', `---\ntitle: The pier\nauthor: Tomas Reyl\nx:\n\t- y: [\n---\n${body}`],
    ['with an alias that is nowhere', `---\ntitle: The pier\nauthor: Tomas Reyl\nx: *nowhere\n---\n${body}`],
  ])('is taken in part when it is broken: %s', async (_, text) => {
    const document = await read(text);
    expect(document.metadata).toMatchObject({ title: 'The pier', byline: ['Tomas Reyl'] });
    expect(document.partial).toMatch(/front matter/iu);
    expect(canonicalText(document).text).toBe(body.trim());
  });
  it('is not a rule at the top with prose below it', async () => {
    const document = await read(`---\n${body}\n---\n\nThe end.`);
    expect(document.partial).toBeNull();
    expect(canonicalText(document).text).toContain('The end.');
    expect(canonicalText(document).text).toContain('the commission decided');
  });
  it('does not unfold a bomb of aliases', async () => {
    const lines = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghij'
        .split('')
        .map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(',')}]`),
    ];
    const document = await read(`---\ntitle: The pier\n${lines.join('\n')}\n---\n${body}`);
    expect(document.metadata.title).toBe('The pier');
  });
});

describe('images', () => {
  it('come from a data URI or from beside the file, each once', async () => {
    const data = `data:image/png;base64,${Buffer.from(pixel).toString('base64')}`;
    const document = await read(
      `![one](${data})\n\n![two](./images/pier.png?x=1)\n\n![three](https://far.example/c.png)`,
      beside,
    );
    expect(document.images).toHaveLength(1);
    const figures = document.blocks.filter((block) => block.kind === 'figure');
    expect(
      figures.map(({ image, source, alternative }) => [image === document.images[0]?.sha256, source, alternative]),
    ).toEqual([
      [true, null, 'one'],
      [true, './images/pier.png?x=1', 'two'],
      [false, 'https://far.example/c.png', 'three'],
    ]);
  });
  it('are asked for inside the folder only, and are pictures', async () => {
    const asked: string[] = [];
    const source = {
      bytes: new TextEncoder().encode(
        '![a](/etc/passwd) ![b](file:///etc/passwd) ![c](//far.example/x.png) ![d](notes.png)',
      ),
      name: 'a.md',
      modified: null,
      companion: async (path: string) => {
        asked.push(path);
        return new TextEncoder().encode('<svg onload="x()"/>');
      },
      signal: new AbortController().signal,
    };
    for await (const document of markdownReader.read(source)) expect(document).toMatchObject({ images: [] });
    expect(asked).toEqual(['notes.png']);
  });
});

describe('sniffing', () => {
  const sniff = (text: string, name: string) => markdownReader.sniff(new TextEncoder().encode(text), name);
  it('goes by content where the name says nothing', () => {
    expect(sniff('---\ntitle: The pier\n---\n', 'a')).toBeGreaterThan(0.6);
    expect(sniff('# The pier\n\n> a **quotation**\n', 'a')).toBeGreaterThan(0.3);
    expect(sniff('The pier is closed.', 'a')).toBeLessThan(0.3);
    expect(sniff('Anything', 'a.md')).toBeGreaterThan(0.6);
    expect(sniff('The pier\n# not a heading of ours', 'a.txt')).toBeLessThan(0.3);
  });
});
