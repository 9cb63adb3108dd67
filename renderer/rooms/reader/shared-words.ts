import type { Span } from '../../../main/contract/canonical-text.ts';
import type { StatementId } from '../../../main/contract/ids.ts';
import { howShared, type SharedHow } from '../../../main/contract/shared-words.ts';
import type { Statement } from '../../../main/contract/statements.ts';

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
