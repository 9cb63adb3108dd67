import { describe, expect, test } from 'vitest';
import type { ComparedRow, Comparison } from '../../../main/contract/comparison.ts';
import { changeCounts, differencesOf, drawnRows } from '../../../renderer/rooms/compare/differences.ts';

const block = (text: string, ...marked: readonly string[]) => ({
  kind: 'paragraph' as const,
  level: null,
  start: 0,
  text,
  marks: marked.map((mark) => ({ start: text.indexOf(mark), end: text.indexOf(mark) + mark.length })),
});
const same: ComparedRow = { change: 'same', left: [block('One.')], right: [block('One.')] };
const changed: ComparedRow = {
  change: 'changed',
  left: [block('nine years', 'nine')],
  right: [block('ten years', 'ten')],
};
const gone: ComparedRow = { change: 'gone', left: [block('Two.')], right: [] };
const moved = (counterpart: number, side: 'left' | 'right'): ComparedRow => ({
  change: 'moved',
  left: side === 'left' ? [block('Far.')] : [],
  right: side === 'right' ? [block('Far.')] : [],
  counterpart,
});

function comparison(rows: readonly ComparedRow[], articles: readonly [string, string] = ['a', 'a']): Comparison {
  const title = { name: 'title', change: 'changed', left: block('Old', 'Old'), right: block('New', 'New') };
  return {
    left: { article: articles[0] },
    right: { article: articles[1] },
    head: [title],
    statements: [{ change: 'gone', left: { ...block('No comment.'), row: 0 }, right: null }],
    rows,
  } as unknown as Comparison;
}

describe('the differences of a comparison', () => {
  test('stand in the order of the page, each with its words', () => {
    expect(differencesOf(comparison([same, changed, gone]))).toEqual([
      { id: 'compare-statement-0', change: 'gone', gone: 'No comment.', added: '' },
      { id: 'compare-field-0', change: 'changed', gone: 'Old', added: 'New' },
      { id: 'compare-row-1', change: 'changed', gone: 'nine', added: 'ten' },
      { id: 'compare-row-2', change: 'gone', gone: 'Two.', added: '' },
    ]);
  });

  test('of two articles are not their headlines, which always differ', () => {
    const ids = differencesOf(comparison([changed], ['a', 'b'])).map(({ id }) => id);
    expect(ids).toEqual(['compare-statement-0', 'compare-row-0']);
  });

  test('are counted by passages; one that moved stands in two rows and is one', () => {
    const rows = [moved(2, 'left'), same, moved(0, 'right'), gone, changed];
    expect(changeCounts(comparison(rows))).toEqual({ changed: 1, gone: 1, added: 0, moved: 1 });
  });
});

describe('the rows that are drawn', () => {
  const rows = [same, same, same, same, changed, same, same, same, same, same, gone, same, same];
  const shown = (only: boolean, opened: readonly number[] = []) =>
    drawnRows(rows, only, new Set(opened)).map((row) => (row.kind === 'row' ? row.index : `${row.from}–${row.to}`));

  test('are all of them, or the differences with one the same on each side', () => {
    expect(shown(false)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(shown(true)).toEqual(['0–3', 3, 4, 5, '6–9', 9, 10, 11, 12]);
  });

  test('are unfolded one stretch at a time', () => {
    expect(shown(true, [6])).toEqual(['0–3', 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test('of two texts that are the same are one fold', () => {
    const all = drawnRows([same, same, same, same], true, new Set());
    expect(all).toEqual([{ kind: 'fold', from: 0, to: 4 }]);
  });
});
