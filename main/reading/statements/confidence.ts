import type { StatementKind, SuggestionReason } from '../../contract/index.ts';
import { shares } from './confidence-shares.ts';

/** Suggestions of one kind, found by one rule, with a speaker known in one way. */
export function confidenceGroup(kind: StatementKind, { rule, speakerBy }: Omit<SuggestionReason, 'others'>): string {
  return `${kind} ${rule} ${speakerBy ?? 'nobody'}`;
}

/** What was never met among labelled articles. */
const unmet = 0.5;

/**
 * The most that a group may claim, whatever its share: labelled articles are tidier than the world's. Nobody named: that these
 * are somebody's words is all that is said. By place alone: another may speak. A pronoun or a role: the reading infers it.
 */
export function most({ rule, speakerBy }: Omit<SuggestionReason, 'others'>): number {
  if (speakerBy === null) return 0.7;
  if (speakerBy === 'description' || rule === 'goes-on' || rule === 'about' || rule === 'only-named') return 0.75;
  return speakerBy === 'pronoun' || speakerBy === 'role' ? 0.8 : 1;
}

/**
 * How sure a suggestion is, 0 to 1: the share of its group that was right among labelled articles. The shares are written by
 * `npm run bench -- statements --fit`.
 */
export function confidenceOf(kind: StatementKind, reason: Omit<SuggestionReason, 'others'>): number {
  return Math.min(most(reason), shares[confidenceGroup(kind, reason)] ?? unmet);
}
