import type { Selection } from '../../../main/contract/selection.ts';
import { extractionTexts as texts } from '../texts/extraction.ts';
import { askFor, runMeant } from './long-work.ts';
import { type MeantSelection, selectionInView } from './meant-selection.ts';

const everything: MeantSelection = { selection: { of: 'everything' }, what: texts.everything };

/** Opens the box that asks before articles are read again; a run that is under way is shown instead. */
export function askToExtract({ selection, what }: MeantSelection = everything): void {
  askFor('articles.extractAgain', { kind: 'extract-again', selection, what });
}

/** The same for what is in view, else for all. */
export function askToExtractThis(): void {
  askToExtract(selectionInView() ?? everything);
}

/** Reads articles again. Whoever closed the box meanwhile is told how it ended. */
export async function extractAgain(selection: Selection, what: string): Promise<void> {
  await runMeant(
    'articles.extractAgain',
    { kind: 'extract-again', selection, what },
    (result) => texts.counts(result) || texts.nothing,
  );
}
