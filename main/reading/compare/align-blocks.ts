import { commonSubsequence, type Pair } from './common-subsequence.ts';
import { heaviestChain, type WeightedPair } from './heaviest-chain.ts';
import { joinedBag, likeness, type WordBag, wordBag } from './word-bag.ts';

/** Blocks that stand beside one another, by their places in the left and the right; an empty side has none. */
export interface AlignedRow {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Two paragraphs share words such as "the" and "of" whatever they say; a rewritten one keeps more than that. */
const sameBlock = 0.45;
/** So much of a part must be found in the whole, besides what the other parts have of it, when a paragraph was split. */
const partOfBlock = 0.6;
/** Up to so many pairs of blocks between two equal ones are all looked at; beyond, only those that share a phrase. */
const mostPairs = 4000;

/**
 * Puts the blocks of two texts beside one another, in the order of both: first those with the same words,
 * then, between those, the ones that are alike, so that as many words as can be stand beside themselves.
 * A paragraph that was split, or made of two, has both parts beside it. The time grows with the number of
 * blocks, not with its square.
 */
export function alignBlocks(left: readonly string[], right: readonly string[]): AlignedRow[] {
  const same = sameWords(left, right);
  const rows: AlignedRow[] = [];
  let leftAt = 0;
  let rightAt = 0;
  for (const [inLeft, inRight] of [...same, [left.length, right.length] as const]) {
    rows.push(...alignBetween(left, right, [leftAt, inLeft], [rightAt, inRight]));
    if (inLeft < left.length) rows.push({ left: [inLeft], right: [inRight] });
    leftAt = inLeft + 1;
    rightAt = inRight + 1;
  }
  return rows;
}

function sameWords(left: readonly string[], right: readonly string[]): Pair[] {
  const numbers = new Map<string, number>();
  const numbered = (texts: readonly string[]): number[] =>
    texts.map((text) => {
      const words = text.replace(/\s+/gu, ' ').trim();
      const number = numbers.get(words) ?? numbers.size;
      numbers.set(words, number);
      return number;
    });
  return commonSubsequence(numbered(left), numbered(right));
}

type Stretch = readonly [from: number, to: number];

function alignBetween(
  left: readonly string[],
  right: readonly string[],
  [leftFrom, leftTo]: Stretch,
  [rightFrom, rightTo]: Stretch,
): AlignedRow[] {
  const lefts = left.slice(leftFrom, leftTo).map(wordBag);
  const rights = right.slice(rightFrom, rightTo).map(wordBag);
  const rows: AlignedRow[] = [];
  let leftAt = 0;
  let rightAt = 0;
  const alone = (leftEnd: number, rightEnd: number): void => {
    for (; leftAt < leftEnd; leftAt++) rows.push({ left: [leftFrom + leftAt], right: [] });
    for (; rightAt < rightEnd; rightAt++) rows.push({ left: [], right: [rightFrom + rightAt] });
  };
  for (const [inLeft, inRight] of heaviestChain(alikePairs(lefts, rights))) {
    alone(inLeft, inRight);
    rows.push({ left: [leftFrom + inLeft], right: [rightFrom + inRight] });
    leftAt = inLeft + 1;
    rightAt = inRight + 1;
  }
  alone(lefts.length, rights.length);
  return joinParts(rows, { left: (at) => lefts[at - leftFrom], right: (at) => rights[at - rightFrom] });
}

/** The pairs that are alike enough to be one block, in the order of the left, weighing the words that they share. */
function alikePairs(lefts: readonly WordBag[], rights: readonly WordBag[]): WeightedPair[] {
  const candidates =
    lefts.length * rights.length <= mostPairs ? everyPair(lefts, rights) : pairsWithAPhrase(lefts, rights);
  const pairs: WeightedPair[] = [];
  for (const [inLeft, inRight] of candidates) {
    const one = lefts[inLeft];
    const other = rights[inRight];
    if (one === undefined || other === undefined) continue;
    const { shared, resemblance } = likeness(one, other);
    if (resemblance >= sameBlock) pairs.push({ left: inLeft, right: inRight, weight: shared });
  }
  return pairs;
}

function* everyPair(lefts: readonly WordBag[], rights: readonly WordBag[]): Iterable<Pair> {
  for (let inLeft = 0; inLeft < lefts.length; inLeft++)
    for (let inRight = 0; inRight < rights.length; inRight++) yield [inLeft, inRight];
}

/** A phrase that stands in more blocks than this says nothing about any of them. */
const commonPhrase = 8;

function* pairsWithAPhrase(lefts: readonly WordBag[], rights: readonly WordBag[]): Iterable<Pair> {
  const places = new Map<string, number[]>();
  for (const [inRight, { phrases }] of rights.entries())
    for (const phrase of phrases) {
      const known = places.get(phrase);
      if (known === undefined) places.set(phrase, [inRight]);
      else known.push(inRight);
    }
  for (const [inLeft, { phrases }] of lefts.entries()) {
    const found = new Set<number>();
    for (const phrase of phrases) {
      const inRights = places.get(phrase) ?? [];
      if (inRights.length <= commonPhrase) for (const inRight of inRights) found.add(inRight);
    }
    for (const inRight of [...found].sort((a, b) => a - b)) yield [inLeft, inRight];
  }
}

/** A block that stands alone beside a pair, and brings words that the other side of the pair has, belongs to it. */
function joinParts(rows: readonly AlignedRow[], bags: BagsOf): AlignedRow[] {
  const result: AlignedRow[] = [];
  for (const row of rows) {
    const last = result.at(-1);
    if (last !== undefined && belongTogether(last, row, bags))
      result[result.length - 1] = { left: [...last.left, ...row.left], right: [...last.right, ...row.right] };
    else result.push(row);
  }
  return result;
}

interface BagsOf {
  readonly left: (at: number) => WordBag | undefined;
  readonly right: (at: number) => WordBag | undefined;
}

function belongTogether(before: AlignedRow, after: AlignedRow, bags: BagsOf): boolean {
  const [pair, alone] = after.left.length === 0 || after.right.length === 0 ? [before, after] : [after, before];
  if (pair.left.length === 0 || pair.right.length === 0) return false;
  const [parts, whole] = alone.left.length === 0 ? (['right', 'left'] as const) : (['left', 'right'] as const);
  if (pair[whole].length !== 1 || alone[whole].length !== 0) return false;
  const bagsOf = (row: AlignedRow, side: 'left' | 'right') => row[side].flatMap((at) => bags[side](at) ?? []);
  const one = joinedBag(bagsOf(pair, whole));
  const known = bagsOf(pair, parts);
  const more = bagsOf(alone, parts);
  const gained = likeness(joinedBag([...known, ...more]), one).shared - likeness(joinedBag(known), one).shared;
  return gained >= partOfBlock * joinedBag(more).size;
}
