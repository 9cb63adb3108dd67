import type { Seal } from '../../../main/contract/seals.ts';

/** The seal of a statement, and the passage in its original. */
export const sealTexts = {
  title: 'The words and their original',
  show: 'Show the passage in the original',
  comparing: 'Comparing with the original…',
  failed: 'The words could not be compared',
  meaning: {
    original: 'These words stand in the original as they were taken. It was read for this just now.',
    copy: 'These words stand in the reading copy as they were taken. Nobody can tell of the original now.',
    changed: 'These words are not those that the statement was made on, or not their original’s.',
  } satisfies Record<Seal, string>,
  inOriginal: (name: string) => `In the original, “${name}”`,
  likeIt: 'The nearest words that the original has:',
  noPassage: 'The original gives no such passage.',
  shown: 'As the library shows them',
  madeOn: 'As the statement was made',
  originalHash: 'Original, SHA-256',
  textHash: 'Text, SHA-256',
} as const;
