import { describe, expect, it } from 'vitest';
import { alignBlocks } from '../../../main/reading/compare/align-blocks.ts';
import { ArticleGenerator } from '../../bench/generator.ts';

const wardens = 'The wardens of the harbour will not ask a deckhand for papers, the commissioner said on Thursday.';
const wardensLater =
  'The wardens of the harbour will not ask anybody for papers, the commissioner said again on Friday.';
const lawyers = 'The county’s lawyers have read the new rules differently and wait for the court in December.';
const ferry = 'Fares on the Marrow Bay ferry rise by a tenth in January, and nobody on the pier is surprised.';
const lamps = 'Forty lamps were lit on the coast road above Saltmarsh on the night of the long fog.';

const align = (left: readonly string[], right: readonly string[]) =>
  alignBlocks(left, right).map((row) => `${row.left.join('+')}|${row.right.join('+')}`);

describe('blocks beside one another', () => {
  it('are the same ones', () => expect(align([wardens, lawyers], [wardens, lawyers])).toEqual(['0|0', '1|1']));

  it('are the ones that were changed', () =>
    expect(align([wardens, lawyers], [wardensLater, lawyers])).toEqual(['0|0', '1|1']));

  it('stand alone where they were put in or left out', () => {
    expect(align([wardens, lawyers], [wardens, ferry, lawyers])).toEqual(['0|0', '|1', '1|2']);
    expect(align([wardens, ferry, lawyers], [wardens, lawyers])).toEqual(['0|0', '1|', '2|1']);
  });

  it('stand alone where one took the place of another, whatever small words they share', () =>
    expect(align([wardens, lamps], [wardens, ferry])).toEqual(['0|0', '1|', '|1']));

  it('keep their order: of two that crossed, one stands alone twice', () =>
    expect(align([wardens, ferry], [ferry, wardens])).toHaveLength(3));

  it('are two beside one, where a paragraph was split or two were joined', () => {
    const both = `${wardens} ${lawyers}`;
    expect(align([both, ferry], [wardens, lawyers, ferry])).toEqual(['0|0+1', '1|2']);
    expect(align([wardens, lawyers, ferry], [both, ferry])).toEqual(['0+1|0', '2|1']);
  });

  it('are two beside one, where a sentence was put in and the paragraph split behind it', () => {
    const longer = `${wardens} The port authority, which pays them, said that it had not seen her words before.`;
    expect(align([`${wardens} ${lawyers}`, ferry], [longer, lawyers, ferry])).toEqual(['0|0+1', '1|2']);
  });

  it('are short headings that were changed by a word', () =>
    expect(align([wardens, 'The background', lamps], [wardens, 'Background', lamps])).toEqual(['0|0', '1|1', '2|2']));

  it('of nothing are nothing', () => {
    expect(align([], [])).toEqual([]);
    expect(align([], [wardens])).toEqual(['|0']);
  });

  it('holds for hundreds of changed blocks, found by the phrases that they share', () => {
    const generator = new ArticleGenerator();
    const left = Array.from({ length: 20 }, (_, number) => generator.article(number).paragraphs).flat();
    const right = left.map((text, index) => (index % 3 === 0 ? text : text.replace(/^\S+ \S+/, 'Changed since')));
    const without = right.filter((_, index) => index % 7 !== 0);
    const rows = alignBlocks(left, without);
    const aside = rows.filter((row) => row.left.length === 1 && row.right.length === 1);
    expect(aside.every(({ left: [one], right: [other] }) => right[one ?? -1] === without[other ?? -1])).toBe(true);
    expect(aside.length).toBeGreaterThan(0.97 * without.length);
  });
});
