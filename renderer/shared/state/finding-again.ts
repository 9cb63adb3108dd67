import type { Selection } from '../../../main/contract/selection.ts';
import { findingTexts as texts } from '../texts/finding.ts';
import { askFor, runMeant } from './long-work.ts';
import { type MeantSelection, selectionInView } from './meant-selection.ts';

const everything: MeantSelection = { selection: { of: 'everything' }, what: texts.everything };

/** Opens the box that asks before statements are looked for again; a run that is under way is shown instead. */
export function askToFind({ selection, what }: MeantSelection = everything): void {
  askFor('statements.findAgain', { kind: 'find-statements', selection, what });
}

/** The same in what is in view, else in all. */
export function askToFindInThis(): void {
  askToFind(selectionInView() ?? everything);
}

/** Looks for statements again. Whoever closed the box meanwhile is told how it ended. */
export async function findAgain(selection: Selection, what: string): Promise<void> {
  await runMeant('statements.findAgain', { kind: 'find-statements', selection, what }, texts.counts);
}
