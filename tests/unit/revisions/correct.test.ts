import { describe, expect, it } from 'vitest';
import type { Block, RemovalLogEntry } from '../../../main/contract/index.ts';
import { type Corrections, correct, type Extraction } from '../../../main/core/revisions/correct.ts';
import { placeIn } from '../../../main/core/revisions/revise.ts';

const paragraph = (text: string): Block => ({
  kind: 'paragraph',
  role: 'body',
  purpose: null,
  content: { text, marks: [] },
});
const out = (text: string, before: number, ...blocks: readonly string[]): RemovalLogEntry => ({
  step: 'furniture',
  reason: 'The page calls it: a sidebar.',
  text,
  place: { before, blocks: blocks.length === 0 ? null : blocks.map(paragraph) },
});
/** Three blocks, A, B and C; around and between them what was left out, in reading order. */
const extraction: Extraction = {
  blocks: ['A', 'B', 'C'].map(paragraph),
  removals: [
    out('Home\nNews', 0),
    out('one two three', 1, 'one', 'two', 'three'),
    out('four', 1, 'four'),
    { step: 'html', reason: 'Raw HTML.', text: '<b>' },
    out('five', 3, 'five'),
  ],
};
const words = ({ blocks }: Pick<Extraction, 'blocks'>): string =>
  blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? block.content.text
        : block.kind === 'list'
          ? `[${block.items.map(({ content }) => content.text).join(', ')}]`
          : block.kind,
    )
    .join(' ');
const putBack = (...choices: Corrections['putBack']) => correct(extraction, { putBack: choices, roles: [] });
const log = ({ removals }: Extraction): string[] =>
  removals.map(({ text, place, returned }) => `${returned ?? place?.before ?? '-'}: ${text.replaceAll('\n', ' ')}`);

describe('putting back what was left out', () => {
  it('brings a part back whole, where it stood', () => {
    const made = putBack({ entry: 1 });
    expect(words(made)).toBe('A one two three B C');
    expect(log(made)).toEqual([
      '0: Home News',
      'by-person: one',
      'by-person: two',
      'by-person: three',
      '4: four',
      '-: <b>',
      '6: five',
    ]);
    expect(made.blocks[1]).toEqual({ ...paragraph('one'), decided: 'by-person' });
    expect(made.blocks[0]).toBe(extraction.blocks[0]);
  });

  it('brings one block of a part back, and keeps the rest on either side of it', () => {
    const made = putBack({ entry: 1, block: 1 });
    expect(words(made)).toBe('A two B C');
    expect(log(made)).toEqual(['0: Home News', '1: one', 'by-person: two', '2: three', '2: four', '-: <b>', '4: five']);
    expect(made.removals[1]?.place?.blocks).toEqual([paragraph('one')]);
  });

  it('makes a list of a menu’s lines', () => {
    expect(words(putBack({ entry: 0 }))).toBe('[Home, News] A B C');
  });

  it('gives the same article whatever comes first, at once or one by one', () => {
    const all = 'A one two three four B C five';
    const atOnce = putBack({ entry: 4 }, { entry: 1 }, { entry: 2 });
    expect(words(atOnce)).toBe(all);
    // Every order of five single acts, each naming what it wants by its words.
    for (const order of permutations(['one', 'two', 'three', 'four', 'five'])) {
      let at = extraction;
      for (const wanted of order) {
        const entry = at.removals.findIndex(({ place }) =>
          place?.blocks?.some((block) => words({ blocks: [block] }) === wanted),
        );
        const block = at.removals[entry]?.place?.blocks?.findIndex((one) => words({ blocks: [one] }) === wanted);
        at = correct(at, { putBack: [{ entry, block }], roles: [] });
      }
      expect(words(at), order.join()).toBe(all);
      expect(at.blocks).toEqual(atOnce.blocks);
      expect(at.removals).toEqual(atOnce.removals);
    }
  });

  it('says what can’t be put back, and why', () => {
    expect(() => putBack({ entry: 3 })).toThrow('Extract the article again first');
    expect(() => putBack({ entry: 9 })).toThrow('no such line');
    expect(() => putBack({ entry: 2, block: 1 })).toThrow('no such block');
    const back = putBack({ entry: 2 });
    expect(() => correct(back, { putBack: [{ entry: 2 }], roles: [] })).toThrow('put back already');
    expect(() => putBack()).toThrow('change nothing');
  });
});

describe('saying what counts as the article', () => {
  it('sets blocks aside and takes them back in, and knows that a person did', () => {
    const aside = correct(extraction, { putBack: [], roles: [{ block: 1, role: 'furniture' }] });
    expect(aside.blocks[1]).toEqual({ ...paragraph('B'), role: 'furniture', purpose: 'other', decided: 'by-person' });
    expect(aside.removals).toEqual(extraction.removals);
    const again = correct(aside, { putBack: [], roles: [{ block: 1, role: 'body' }] });
    expect(again.blocks[1]).toEqual({ ...paragraph('B'), decided: 'by-person' });
  });

  it('refuses what is not there and what is so already', () => {
    const role = (block: number) => () => correct(extraction, { putBack: [], roles: [{ block, role: 'body' }] });
    expect(role(3)).toThrow('no such block');
    expect(role(0)).toThrow('change nothing');
  });
});

describe('the reader’s place', () => {
  it('stays with its words when others come before or after it', () => {
    expect(placeIn('one two', 'one two three', 4)).toBe(4);
    expect(placeIn('one two', 'zero one two', 4)).toBe(9);
    expect(placeIn('one two', 'something else', 4)).toBe(0);
  });
});

function permutations(items: readonly string[]): string[][] {
  return items.length <= 1
    ? [[...items]]
    : items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
