import type { Span } from './canonical-text.ts';
import type { StatementId } from './ids.ts';

/**
 * How the words of a statement lie to another's that share some: the same words, all of them within the other's (a
 * quotation in a quotation), around the other's, or across an edge of the other's, which no two utterances do.
 */
export type SharedHow = 'same' | 'within' | 'around' | 'across';

/** Another statement of the article on some of the same words. */
export interface SharedWords {
  readonly id: StatementId;
  readonly how: SharedHow;
  /** Who is named or described there; null where nobody is. */
  readonly who: string | null;
}

/** Null where they share nothing: what lies in a gap of the other's words is none of them. */
export function howShared(own: readonly Span[], other: readonly Span[]): SharedHow | null {
  const overlap = own.some((one) => other.some(({ start, end }) => one.start < end && start < one.end));
  if (!overlap) return null;
  const isWithin = contain(other, own);
  const isAround = contain(own, other);
  if (isWithin && isAround) return 'same';
  return isWithin ? 'within' : isAround ? 'around' : 'across';
}

function contain(outer: readonly Span[], inner: readonly Span[]): boolean {
  return inner.every(({ start, end }) => outer.some((span) => span.start <= start && end <= span.end));
}

/** The stretches of two statements as those of one, in the text's order. */
export function joinedSpans(one: readonly Span[], other: readonly Span[]): readonly Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...one, ...other].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
