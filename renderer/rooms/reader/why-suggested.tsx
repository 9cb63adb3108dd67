import { assertNever } from '../../../main/contract/errors.ts';
import type { Statement, SuggestionReason } from '../../../main/contract/statements.ts';
import { reader } from './texts.ts';

/** By which rule a suggestion and its speaker were found, how sure that is, and who else could have been meant. */
export function WhySuggested({ statement }: { readonly statement: Statement }) {
  const { reason, state, confidence, cue } = statement;
  // What a person has had a hand in isn't as it was suggested.
  if (state !== 'suggested' || reason === undefined || statement.modified !== statement.created) return null;
  const { sure, others, why } = reader;
  return (
    <p class="why">
      <span>{sure(Math.round(confidence * 100))}</span> {ruleWords(reason, cue)}
      {reason.speakerBy !== null && why.speakerBy[reason.speakerBy]}
      {reason.others.length > 0 && <> {others(reason.others)}</>}
    </p>
  );
}

function ruleWords({ rule }: SuggestionReason, cue: string | null): string {
  const { why } = reader;
  switch (rule) {
    case 'cue':
      return cue === null ? why.introduced : why.introducedBy(shortened(cue));
    case 'clause':
    case 'reported':
      return cue === null ? why.reported : why.reportedBy(shortened(cue));
    case 'signed':
    case 'turn':
    case 'title':
    case 'goes-on':
    case 'about':
    case 'only-named':
    case 'marks':
      return why[rule];
    default:
      return assertNever(rule);
  }
}

/** A cue may be a whole sentence; its end stands next to the words. */
function shortened(cue: string): string {
  return cue.length <= 60 ? cue : `…${cue.slice(-60).replace(/^\S*\s/u, '')}`;
}
