import type { ComparedRow, ComparedStatement, ComparedWords, Statement } from '../../contract/index.ts';
import { differenceOf } from './difference.ts';
import { likeness, type WordBag, wordBag } from './word-bag.ts';

/** Two statements that share this much are one that was changed. */
const sameStatement = 0.5;
/** With more pairs than this, only the same words are looked for. */
const mostPairs = 40_000;

/** A statement with a place in the revision that is compared. */
type Placed = Statement & { readonly span: NonNullable<Statement['span']> };

export interface ComparedStatements {
  readonly statements: readonly ComparedStatement[];
  readonly same: number;
}

/**
 * Which statements changed, went and came. Those of one article are known by their ids; what is left,
 * and all of two articles, by their words.
 */
export function compareStatements(
  left: readonly Statement[],
  right: readonly Statement[],
  rows: readonly ComparedRow[],
): ComparedStatements {
  const lefts = left.filter(isPlaced);
  const rights = right.filter(isPlaced);
  const partners = pairUp(lefts, rights);
  const leftRow = rowFinder(rows, 'left');
  const rightRow = rowFinder(rows, 'right');
  const taken = new Set(partners.values());
  const changed: ComparedStatement[] = [];
  const gone: ComparedStatement[] = [];
  for (const one of lefts) {
    const other = partners.get(one);
    if (other === undefined) gone.push({ change: 'gone', left: toWords(one, [], leftRow), right: null });
    else if (namesOf(one) !== namesOf(other) || !hasSameWords(one.text, other.text)) {
      const marks = differenceOf(one.text, other.text);
      changed.push({
        change: 'changed',
        left: toWords(one, marks.left, leftRow),
        right: toWords(other, marks.right, rightRow),
      });
    }
  }
  const added = rights
    .filter((statement) => !taken.has(statement))
    .map(
      (statement): ComparedStatement => ({
        change: 'added',
        left: null,
        right: toWords(statement, [], rightRow),
      }),
    );
  return { statements: [...changed, ...gone, ...added], same: partners.size - changed.length };
}

function isPlaced(statement: Statement): statement is Placed {
  return statement.span !== null;
}

function hasSameWords(one: string, other: string): boolean {
  const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();
  return one === other || plain(one) === plain(other);
}

function pairUp(lefts: readonly Placed[], rights: readonly Placed[]): Map<Placed, Placed> {
  const partners = new Map<Placed, Placed>();
  const free = new Set(rights);
  const take = (one: Placed, other: Placed | undefined): void => {
    if (other === undefined) return;
    partners.set(one, other);
    free.delete(other);
  };
  for (const one of lefts)
    take(
      one,
      rights.find(({ id }) => id === one.id),
    );
  for (const one of lefts)
    if (!partners.has(one))
      take(
        one,
        [...free].find(({ text }) => hasSameWords(one.text, text)),
      );
  for (const [one, other] of alike(
    lefts.filter((statement) => !partners.has(statement)),
    [...free],
  ))
    if (!partners.has(one) && free.has(other)) take(one, other);
  return partners;
}

/** Pairs that share enough words, the most alike first. */
function alike(lefts: readonly Placed[], rights: readonly Placed[]): [Placed, Placed][] {
  if (lefts.length * rights.length > mostPairs) return [];
  const bagsOf = (statements: readonly Placed[]): [Placed, WordBag][] =>
    statements.map((statement) => [statement, wordBag(statement.text)]);
  const others = bagsOf(rights);
  return bagsOf(lefts)
    .flatMap(([one, bag]) =>
      others.map(([other, otherBag]) => ({ one, other, resemblance: likeness(bag, otherBag).resemblance })),
    )
    .filter(({ resemblance }) => resemblance >= sameStatement)
    .sort((a, b) => b.resemblance - a.resemblance)
    .map(({ one, other }) => [one, other]);
}

function toWords(statement: Placed, marks: ComparedWords['marks'], rowOf: (offset: number) => number): ComparedWords {
  const { id, state, speakers, described, said, text, span } = statement;
  return { id, state, speakers, described, said, text, marks, row: rowOf(span.start) };
}

/** Who speaks, as one string. */
function namesOf({ speakers, described }: Statement): string {
  return speakers.length > 0 ? speakers.map(({ name }) => name).join('; ') : (described ?? '');
}

/** Finds the row in which an offset of a side's canonical text stands. */
function rowFinder(rows: readonly ComparedRow[], side: 'left' | 'right'): (offset: number) => number {
  const starts = rows.flatMap((row, index) => row[side].map(({ start }) => ({ start, index })));
  return (offset) => starts.findLast(({ start }) => start <= offset)?.index ?? 0;
}
