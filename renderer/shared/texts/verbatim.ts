import { differsInWords, notComparedInWords } from '../../../main/contract/revisions.ts';

/** What is said wherever words are shown that are not their original's, or of which nobody can tell. */
export const verbatimTexts = {
  differs: 'Differs from its original',
  notCompared: 'Not compared with its original',
  differsWhole: (reason: string) => `${differsInWords(reason)} They are neither cited nor exported.`,
  notComparedWhole: notComparedInWords,
  /** After “Confirmed”: whose decision that was. */
  fromPackage: (name: string) => `in the package ${name}`,
} as const;
