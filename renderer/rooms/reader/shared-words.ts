import type { Span } from '../../../main/contract/canonical-text.ts';
import type { StatementId } from '../../../main/contract/ids.ts';
import { howShared, joinedSpans, type SharedHow } from '../../../main/contract/shared-words.ts';
import type { Statement } from '../../../main/contract/statements.ts';
import { byPlace } from '../../shared/article/spans.ts';

/** Another statement on some of the same words. */
export interface Sharing {
  readonly statement: Statement;
  readonly how: SharedHow;
  /** It lay so before the words were corrected. */
  readonly wasSo: boolean;
}

/** The shown statements that share words with some spans, which are those of `own`, or are to be; without those that are joined. */
export function sharedBy(
  statements: readonly Statement[],
  spans: readonly Span[],
  { own, joins = [] }: { readonly own: Statement | null; readonly joins?: readonly StatementId[] },
): readonly Sharing[] {
  return statements.flatMap((statement) => {
    const how = statement.id === own?.id || joins.includes(statement.id) ? null : howShared(spans, statement.spans);
    return how === null
      ? []
      : [{ statement, how, wasSo: own !== null && howShared(own.spans, statement.spans) === how }];
  });
}

/** No two utterances have the same words, or lie across each other's edges: the core refuses it too. */
export function isInTheWay({ how, wasSo }: Sharing): boolean {
  return (how === 'same' || how === 'across') && !wasSo;
}

/**
 * The corrected words with another statement's. What stands between the two as they were made is a cue more often than not,
 * over which an edge was moved to reach the other: it goes, and may be taken in again.
 */
export function joinedWords(corrected: readonly Span[], own: Statement, other: Statement): readonly Span[] {
  const [first, second] = [own.span, other.span].sort(byPlace);
  if (first == null || second == null) return corrected;
  const between = { start: first.end, end: second.start };
  const kept = between.start < between.end ? corrected.flatMap((span) => without(span, between)) : corrected;
  return joinedSpans(kept, other.spans);
}

function without({ start, end }: Span, gap: Span): Span[] {
  return [
    { start, end: Math.min(end, gap.start) },
    { start: Math.max(start, gap.end), end },
  ].filter((span) => span.start < span.end);
}

/** Whether one may take the other's words in: both are the same people's, or nobody knows whose the other's are. */
export function canJoin(own: Statement, other: Statement): boolean {
  if (other.speakers.length === 0) return other.described === null || other.described === own.described;
  return sorted(own) === sorted(other);
}

function sorted({ speakers }: Statement): string {
  return speakers
    .map(({ id }) => id)
    .sort()
    .join(' ');
}
