import { describe, expect, it } from 'vitest';
import type { ComparedBlock, ReadingDocument } from '../../../main/contract/index.ts';
import { compareBodies } from '../../../main/reading/compare/compare-bodies.ts';
import { documentOf, furniture, heading, list, paragraph } from './documents.ts';

const wardens = 'The wardens of the harbour will not ask a deckhand for papers, the commissioner said.';
const ferry = 'Fares on the Marrow Bay ferry rise by a tenth in January.';
const lamps = 'Forty lamps were lit on the coast road above Saltmarsh on Monday night.';

const shown = (block: ComparedBlock) => block.marks.map(({ start, end }) => block.text.slice(start, end));
function rowsOf(left: ReadingDocument, right: ReadingDocument) {
  return compareBodies(left, right).rows.map((row) => [row.change, row.left.flatMap(shown), row.right.flatMap(shown)]);
}

describe('two bodies side by side', () => {
  it('say of every row what happened, with the words', () => {
    const left = documentOf(heading('What is known'), paragraph(wardens), paragraph(ferry));
    const right = documentOf(
      heading('What is known'),
      paragraph(wardens.replace('a deckhand', 'anybody')),
      paragraph(lamps),
    );
    expect(rowsOf(left, right)).toEqual([
      ['same', [], []],
      ['changed', ['a deckhand'], ['anybody']],
      ['gone', [ferry], []],
      ['added', [], [lamps]],
    ]);
    expect(compareBodies(left, right).words).toEqual({ gone: 2 + 12, added: 1 + 13 });
  });

  it('tell a block that moved from one that went and one that came', () => {
    const [left, right] = [
      documentOf(paragraph(lamps), paragraph(wardens), paragraph(ferry)),
      documentOf(paragraph(wardens), paragraph(ferry), paragraph(lamps)),
    ];
    const { rows, words } = compareBodies(left, right);
    expect(rows.map((row) => (row.change === 'moved' ? `moved ${row.counterpart}` : row.change))).toEqual([
      'moved 3',
      'same',
      'same',
      'moved 0',
    ]);
    expect(words).toEqual({ gone: 0, added: 0 });
  });

  it('mark the items of a list within the whole list', () => {
    const rows = rowsOf(
      documentOf(list('bread and salt', 'nine lanterns', 'rope')),
      documentOf(list('bread and salt', 'ten lanterns', 'rope')),
    );
    expect(rows).toEqual([['changed', ['nine'], ['ten']]]);
  });

  it('call a paragraph that was only split changed, and mark no word of it', () => {
    const { rows } = compareBodies(
      documentOf(paragraph(`${wardens} ${lamps}`)),
      documentOf(paragraph(wardens), paragraph(lamps)),
    );
    expect(rows.map(({ change, left, right }) => [change, left.length, right.length])).toEqual([['changed', 1, 2]]);
    expect(rows.flatMap((row) => [...row.left, ...row.right].flatMap(shown))).toEqual([]);
  });

  it('leave furniture out, and say where each block begins in the canonical text', () => {
    const { rows } = compareBodies(
      documentOf(furniture('Subscribe now.'), paragraph(ferry), paragraph(lamps)),
      documentOf(paragraph(ferry)),
    );
    expect(rows.map(({ change, left }) => [change, left[0]?.start])).toEqual([
      ['same', 0],
      ['gone', ferry.length + 2],
    ]);
  });
});
