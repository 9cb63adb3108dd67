import type { SameWordsKind } from '../../../main/contract/same-words.ts';
import { counted } from '../lib/figures.ts';

/** The box with a statement's words in other articles and in other revisions. */
export const elsewhereTexts = {
  title: 'Same words elsewhere',
  open: 'Same words elsewhere',
  looking: 'Looking through the library…',
  failed: 'The library could not be looked through',
  found: (count: number) =>
    count === 0 ? 'In no other article.' : `In ${counted(count, 'other article')}, oldest first.`,
  more: 'There may be more: only the articles that have the most of these words were read.',
  tooShort: 'These are too few words to tell whose they are.',
  kinds: { whole: 'whole', cut: 'cut', altered: 'altered' } satisfies Record<SameWordsKind, string>,
  meanings: {
    whole: 'all of the words, as they are',
    cut: 'some of the words are left out',
    altered: 'other words stand among them',
  } satisfies Record<SameWordsKind, string>,
  said: (who: string) => `said by ${who}`,
  saidByOther: (who: string) => `said by somebody else: ${who}`,
  unknown: 'a speaker who is not known',
  nobody: 'nobody’s statement there',
  noDay: 'not dated',
  leftOut: 'Not there:',
  revisions: 'In other revisions of this article',
  revision: (number: number) => `Revision ${number}`,
  lost: 'The words are not there.',
  added: '(only there:)',
  end: '(end)',
} as const;
