import { describe, expect, it } from 'vitest';
import type { Block, BlockPurpose } from '../../../main/contract/index.ts';
import { commentLabel, isBylineLine, tailLabel } from '../../../main/formats/read/web/html/labels.ts';
import { markFurniture } from '../../../main/reading/document/furniture.ts';
import { correctionPattern } from '../../../main/reading/document/furniture-rules.ts';
import { languages } from '../../../main/reading/languages/index.ts';
import { examples } from './examples.ts';

/** Every language's words, held against lines as its papers print them and sentences as they write them. */

const prose =
  'The harbour commission met on Tuesday evening to hear the residents of Port Ellery, who had waited since the spring for an answer about the north pier and its future.';

function paragraph(text: string): Block {
  return { kind: 'paragraph', role: 'body', purpose: null, content: { text, marks: [] } };
}

/** What a line below an article is for; null for the article's own prose. */
function purposeBelow(line: string): BlockPurpose | null {
  const block = markFurniture([paragraph(prose), paragraph(line)])[1];
  return block?.role === 'furniture' ? block.purpose : null;
}

describe.each(languages.map(({ code }) => [code]))('%s', (code) => {
  const {
    furniture = {},
    articleProse = [],
    tails = [],
    commentTails = [],
    notTails = [],
    signs = [],
    notSigns = [],
    corrections = [],
  } = examples[code] ?? {};

  it('has examples', () => {
    expect(examples[code]).toBeDefined();
  });

  it('tells what is furniture, and what for', () => {
    const told = Object.entries(furniture).flatMap(([purpose, lines]) =>
      lines.map((line) => [line, purposeBelow(line) === purpose ? purpose : purposeBelow(line)]),
    );
    const expected = Object.entries(furniture).flatMap(([purpose, lines]) => lines.map((line) => [line, purpose]));
    expect(told).toEqual(expected);
  });

  it('leaves the article its prose', () => {
    expect(articleProse.filter((line) => purposeBelow(line) !== null)).toEqual([]);
  });

  it('knows the labels after which no article goes on', () => {
    expect([...tails, ...commentTails].filter((line) => !tailLabel.test(line))).toEqual([]);
    expect(commentTails.filter((line) => !commentLabel.test(line))).toEqual([]);
    expect(tails.filter((line) => commentLabel.test(line))).toEqual([]);
    expect(notTails.filter((line) => tailLabel.test(line))).toEqual([]);
  });

  it('knows the lines that sign and date an article', () => {
    expect(signs.filter((line) => !isBylineLine(line))).toEqual([]);
    expect(notSigns.filter((line) => isBylineLine(line))).toEqual([]);
  });

  it('knows how a paper corrects itself', () => {
    expect(corrections.filter((line) => !correctionPattern.test(line))).toEqual([]);
    expect(articleProse.filter((line) => correctionPattern.test(line))).toEqual([]);
  });
});
