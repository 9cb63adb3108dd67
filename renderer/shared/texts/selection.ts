import { counted } from '../lib/figures.ts';

/** What some articles are called that something is asked for. */
export const selectionTexts = {
  article: 'this article',
  chosen: (count: number) => counted(count, 'chosen article'),
  collection: (name: string) => `the collection “${name}”`,
  search: (query: string) => `what the search “${query}” finds`,
} as const;
