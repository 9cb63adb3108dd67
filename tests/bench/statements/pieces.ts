import type { Span } from '../../../main/contract/index.ts';

/** One stretch of a statement, as it is compared, with whose it is. */
export interface Piece<Owner> {
  readonly span: Span;
  readonly owner: Owner;
}

const edge = /[\s"'“”„‟«»‹›‘’‚‛「」『』″＂`,.;:!?…–—]/u;

/** Without quotation marks, white space and punctuation at its ends: whether the comma belongs to the words is not judged. */
export function bare(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && edge.test(text.charAt(from))) from += 1;
  while (to > from && edge.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/** A statement's stretches; those with nothing but marks and white space between them are one. */
export function piecesOf<Owner extends { readonly spans: readonly Span[] }>(
  text: string,
  owners: readonly Owner[],
): Piece<Owner>[] {
  return owners.flatMap((owner) => {
    const joined: Span[] = [];
    for (const span of owner.spans.map((one) => bare(text, one)).filter(({ start, end }) => start < end)) {
      const last = joined.at(-1);
      const isTouching = last !== undefined && bare(text, { start: last.end, end: span.start }).start >= span.start;
      if (isTouching) joined[joined.length - 1] = { start: last.start, end: span.end };
      else joined.push(span);
    }
    return joined.map((span) => ({ span, owner }));
  });
}

export interface Pair<Labelled, Answered> {
  readonly labelled: Piece<Labelled>;
  readonly answered: Piece<Answered>;
  readonly isExact: boolean;
}

/** How much two spans share, of what either covers: 1 is the same span. */
function overlap(one: Span, other: Span): number {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared <= 0 ? 0 : shared / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}

/** Pairs each stretch with at most one of the other side, those that share most first, down to half. */
export function pairUp<Labelled, Answered>(
  labelled: readonly Piece<Labelled>[],
  answered: readonly Piece<Answered>[],
): Pair<Labelled, Answered>[] {
  const possible = labelled
    .flatMap((one) => answered.map((other) => ({ one, other, share: overlap(one.span, other.span) })))
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share);
  const taken = new Set<Piece<unknown>>();
  return possible.flatMap(({ one, other, share }) => {
    if (taken.has(one) || taken.has(other)) return [];
    taken.add(one).add(other);
    return [{ labelled: one, answered: other, isExact: share === 1 }];
  });
}
