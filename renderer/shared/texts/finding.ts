import type { FindAgainResult } from '../../../main/contract/find-again.ts';
import { counted, figure } from '../lib/figures.ts';

/** Looking for statements again with the rules of this version. */
export const findingTexts = {
  title: 'Find statements again',
  action: 'Find statements again',
  ask: 'Find statements again…',
  lead: 'Statements are looked for again with the rules of this version, in the words that are there. New suggestions come, and those that these rules no longer make go. What you confirmed, corrected, rejected or threw away stays as it is, and is not suggested again.',
  what: (what: string) => `Where they are looked for: ${what}.`,
  everything: 'all articles',
  older:
    'Articles that were taken in by an older version keep the suggestions of its rules until statements are looked for again.',
  working: 'Looking for statements',
  waiting: 'Waiting until another reading is done',
  cancelNote: 'What is done is kept.',
  failedTitle: 'Looking for statements stopped',
  cancelled: 'Cancelled. What was done is kept; start it again for the rest.',
  counts: ({ counts, suggestions }: FindAgainResult) => {
    const { added, changed, gone } = suggestions;
    const parts = [
      added > 0 ? `${counted(added, 'new suggestion')}` : '',
      changed > 0 ? `${figure(changed)} told otherwise` : '',
      gone > 0 ? `${figure(gone)} gone` : '',
    ].filter((part) => part !== '');
    const told = parts.length === 0 ? 'No suggestion changed' : parts.join(', ');
    return counts.failed === 0 ? told : `${told}; ${counted(counts.failed, 'article')} failed`;
  },
  looked: ({ counts }: FindAgainResult) =>
    `${counted(counts.unchanged + counts.renewed + counts.failed, 'article')} looked through, ${figure(counts.renewed)} with other suggestions than before.`,
  failed: 'Articles that could not be looked through',
} as const;
