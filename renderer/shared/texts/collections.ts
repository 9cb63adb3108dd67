import { counted } from '../lib/figures.ts';

/** What was done with collections, and with chosen articles. */
export const collectionTexts = {
  added: (count: number, name: string) => `${counted(count, 'article')} added to “${name}”`,
  removed: (count: number, name: string) => `${counted(count, 'article')} taken out of “${name}”`,
  binned: (count: number) => `${counted(count, 'article')} moved to the bin`,
  made: (name: string) => `“${name}” made`,
  renamed: (name: string) => `Renamed to “${name}”`,
  collectionBinned: (name: string) => `“${name}” moved to the bin; its articles stay`,
} as const;
