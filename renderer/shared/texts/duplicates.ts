import { counted } from '../lib/figures.ts';

/** Articles that carry much of the same text, in the reader and in Compare. */
export const duplicateTexts = {
  title: 'Near-duplicates',
  count: (count: number) => `Near-duplicates: ${counted(count, 'group')}`,
  inReader: (count: number) =>
    count === 1
      ? 'One other article carries much of the same text'
      : `${count} other articles carry much of the same text`,
  list: 'Articles with much of the same text',
  /** `share` of the shorter text stands in the longer; the lengths are in words. */
  contained: (share: number, one: number, other: number) => {
    if (share < 0.995) return `${Math.floor(share * 100)} % of the shorter text`;
    return Math.abs(one - other) <= 0.01 * Math.max(one, other) ? 'the same text' : 'all of the shorter text';
  },
  sameAddress: 'the same address',
  words: (count: number) => counted(count, 'word'),
  compare: 'Compare',
  compareWith: (title: string) => `Compare with “${title}”`,
  notSame: 'Not the same',
  notSameAs: (title: string) => `“${title}” is not the same`,
  dismissed: 'Noted as not the same',
  emptyTitle: 'No near-duplicates',
  emptyText:
    'Articles of which one carries at least half of the other’s text stand here together: wire copy under other headlines, cut or added to. Nothing is ever merged.',
  waiting: (count: number) => `${counted(count, 'article')} still to be compared; that goes on in the background.`,
  group: (title: string) => `Alike: ${title}`,
} as const;
