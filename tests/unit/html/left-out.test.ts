import { describe, expect, it } from 'vitest';
import { type Block, blockText, runsOf } from '../../../main/contract/index.ts';
import { htmlReader } from '../../../main/formats/read/web/html/index.ts';
import { readMarkedWords, squeeze } from '../../../main/reading/verbatim-check/marked-words.ts';
import { standsIn } from '../../../main/reading/verbatim-check/stands-in.ts';
import { fixture, readPage } from './support.ts';

const paragraph = (number: number) =>
  `Paragraph ${number} tells at some length what the harbour board of Port Ellery decided, so that it counts as prose of the article.`;
const aside = `<aside class="related"><h3>What the wardens wrote</h3>
  <p>The wardens’ <em>letter</em> says that <a href="https://courier.example/letter">nobody who reports a spill</a> will be fined for reporting it, now or later.</p>
  <ul><li>They signed it on Monday.</li><li>The board has it since Tuesday and has not answered it yet, its chair said.</li></ul></aside>`;
const page = `<!doctype html><html lang="en"><head><title>Board decides</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<div class="story"><h1>Board decides</h1>
<p>${paragraph(1)}</p>${aside}<p>${paragraph(2)}</p>
<p>Board decides</p>
<p>${paragraph(3)}</p></div>
<div class="imprint-line">Port Ellery Courier, Quay Street</div></body></html>`;

/** The log as short lines: before which block, the kinds of its blocks, its words. */
async function logOf(markup: string): Promise<string[]> {
  const { removals } = await readPage(markup);
  return removals.map(
    ({ place, text }) =>
      `${place?.before} ${place?.blocks?.map(({ kind }) => kind).join('+') ?? 'lines'}: ${text.replaceAll('\n', ' / ')}`,
  );
}

describe('the log of what was left out', () => {
  it('tells in reading order before which block each part stood, and what it was', async () => {
    const log = await logOf(page);
    expect(log.map((line) => line.slice(0, 60))).toEqual([
      '0 lines: Home News',
      '0 heading: Board decides',
      '1 heading+paragraph+list: What the wardens wrote / The warde',
      '2 paragraph: Board decides',
      '3 paragraph: Port Ellery Courier, Quay Street',
    ]);
  });

  it('keeps the marks of what has words of its own', async () => {
    const { removals } = await readPage(page);
    const letter = removals.find(({ text }) => text.startsWith('What the wardens'))?.place?.blocks?.[1];
    if (letter?.kind !== 'paragraph') throw new Error('the letter is no paragraph');
    expect(letter).toMatchObject({ role: 'body', purpose: null });
    expect(letter.content.marks.map((mark) => [mark.kind, letter.content.text.slice(mark.start, mark.end)])).toEqual([
      ['emphasis', 'letter'],
      ['link', 'nobody who reports a spill'],
    ]);
  });

  it('knows where loose text was parted by what was left out', async () => {
    const log = await logOf(`<html><head><title>Board decides</title></head><body><div class="story">
      ${paragraph(1)}<br><br><div class="ad">First advertisement</div>${paragraph(2)}<br><br>
      <div class="ad">Second advertisement</div>${paragraph(3)}</div></body></html>`);
    expect(log).toEqual(['1 paragraph: First advertisement', '2 paragraph: Second advertisement']);
  });

  it('tells of a menu wherever it stands', async () => {
    const [first] = await logOf(page.replace('<nav>', '<header><nav>').replace('</nav>', '</nav></header>'));
    expect(first).toBe('0 lines: Home News');
  });

  it('makes no sentence of what stood around shown words, and knows the gap that a formula leaves to the letter', async () => {
    const inside = `<div>The Courier | <a class="imprint">Imprint</a> | Quay Street 4</div>
      <p>The depth <math><mi>d</mi><mo>=</mo><mn>4</mn></math> at low water was measured by the wardens on Monday, and is given in metres.</p>`;
    const markup = page.replace('<p>Board decides</p>', inside);
    const { blocks, removals } = await readPage(markup);
    const texts = blocks.map(blockText);
    expect(texts).toContain('The Courier |');
    expect(texts).toContain('| Quay Street 4');
    const words = readMarkedWords(await htmlReader.words(Buffer.from(markup)));
    const hidden = removals.filter(({ step }) => step === 'hidden').map(({ text }) => squeeze(text));
    expect(hidden).toEqual(['d=4']);
    for (const text of texts) expect(standsIn(words, squeeze(text), 0), text).not.toBeNull();
  });

  it('says so of what is too much to be kept a second time', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `<li><a href="/${index}">Section ${index}</a></li>`).join(
      '',
    );
    const { removals } = await readPage(page.replace('<nav>', `<nav><ul>${rows}</ul>`));
    expect(removals[0]?.place).toBeUndefined();
    expect(removals[0]?.reason).toMatch(/navigation\. It is too much to be kept a second time/u);
    expect(removals[0]?.text).toHaveLength(2000);
  });

  it.each(['json-ld-graph.html', 'complete.html', 'microdata.html', 'german-latin1.html', 'bare.html'])(
    '%s: every word of it stands in the original, to be put back',
    async (name) => {
      const { removals } = await readPage(fixture(name));
      const words = readMarkedWords(await htmlReader.words(fixture(name)));
      const blocks = removals.flatMap(({ place }): readonly Block[] => place?.blocks ?? []);
      for (const block of blocks)
        for (const { content } of runsOf(block))
          expect(standsIn(words, squeeze(content.text), 0), blockText(block)).not.toBeNull();
      for (const { place, text } of removals.filter((entry) => entry.place?.blocks === null))
        for (const line of text.split('\n'))
          expect(standsIn(words, squeeze(line), 0), `${place} ${line}`).not.toBeNull();
    },
  );
});
