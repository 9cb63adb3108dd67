import type { ComparedRow, Comparison } from '../../../main/contract/comparison.ts';

/** One difference, where it stands on the page. */
export interface Difference {
  /** Of the row's element. */
  readonly id: string;
  readonly change: Exclude<ComparedRow['change'], 'same'>;
  /** The words that are gone, and the new ones, to be said. */
  readonly gone: string;
  readonly added: string;
}

export type Part = 'statement' | 'field' | 'row';

/** The id of the element of a row. */
export function rowId(part: Part, index: number): string {
  return `compare-${part}-${index}`;
}

interface Marked {
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** The fields of the head that are shown, by their index: of two articles none, whose headlines stand over the columns. */
export function shownFields({ left, right, head }: Comparison): readonly number[] {
  if (left.article !== right.article) return [];
  return head.flatMap(({ name, change }, index) => (name === 'title' || change !== 'same' ? [index] : []));
}

/** All differences in the order of the page: statements, head, body. */
export function differencesOf(comparison: Comparison): Difference[] {
  const { statements, head, rows } = comparison;
  const all = (
    part: Part,
    index: number,
    change: ComparedRow['change'],
    left: readonly Marked[],
    right: readonly Marked[],
  ) => (change === 'same' ? [] : [{ id: rowId(part, index), change, gone: wordsOf(left), added: wordsOf(right) }]);
  const side = (marked: Marked | null): readonly Marked[] => (marked === null ? [] : [marked]);
  return [
    ...statements.flatMap(({ change, left, right }, index) =>
      all('statement', index, change, side(left && whole(left, change)), side(right && whole(right, change))),
    ),
    ...shownFields(comparison).flatMap((index) => {
      const field = head[index];
      return field === undefined ? [] : all('field', index, field.change, side(field.left), side(field.right));
    }),
    ...rows.flatMap((row, index) =>
      all(
        'row',
        index,
        row.change,
        row.left.map((block) => whole(block, row.change)),
        row.right.map((block) => whole(block, row.change)),
      ),
    ),
  ];
}

/** What moved has no words that changed, and is said whole; a statement that went or came too. */
function whole(marked: Marked, change: ComparedRow['change']): Marked {
  return change === 'changed' ? marked : { text: marked.text, marks: [{ start: 0, end: marked.text.length }] };
}

/** Longer words are only begun: they stand on the page to be read. */
const longestSaid = 160;

function wordsOf(blocks: readonly Marked[]): string {
  const words = blocks
    .flatMap(({ text, marks }) => marks.map(({ start, end }) => text.slice(start, end)))
    .join('; ')
    .replace(/\s+/gu, ' ');
  return words.length <= longestSaid ? words : `${words.slice(0, longestSaid - 1).toWellFormed()}…`;
}

/** How many rows of the body there are of each change. */
export function changeCounts(comparison: Comparison): Readonly<Record<Difference['change'], number>> {
  const counts = { changed: 0, gone: 0, added: 0, moved: 0 };
  for (const { change, left } of comparison.rows) {
    // A passage that moved stands in two rows.
    if (change === 'same' || (change === 'moved' && left.length === 0)) continue;
    counts[change] += 1;
  }
  return counts;
}

/** A row to draw, or a stretch of rows that are the same and stand folded. */
export type DrawnRow = { readonly kind: 'row'; readonly index: number } | Fold;
export interface Fold {
  readonly kind: 'fold';
  readonly from: number;
  readonly to: number;
}

/** Two passages the same are read along; more say little beside a difference. */
const leastFolded = 3;

/** What to draw of the body: everything, or the differences with the one passage before and after each. */
export function drawnRows(rows: readonly ComparedRow[], only: boolean, opened: ReadonlySet<number>): DrawnRow[] {
  const drawn: DrawnRow[] = [];
  for (let index = 0; index < rows.length; ) {
    let to = index;
    while (to < rows.length && rows[to]?.change === 'same') to += 1;
    const from = index === 0 ? index : index + 1;
    const until = to === rows.length ? to : to - 1;
    if (only && until - from >= leastFolded && !opened.has(from)) {
      for (; index < from; index++) drawn.push({ kind: 'row', index });
      drawn.push({ kind: 'fold', from, to: until });
      index = until;
    }
    for (; index <= to && index < rows.length; index++) drawn.push({ kind: 'row', index });
  }
  return drawn;
}
