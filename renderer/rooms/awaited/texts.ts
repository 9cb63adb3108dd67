import { counted } from '../../shared/lib/figures.ts';

/** The room of awaited pages. */
export const awaitedTexts = {
  title: 'Awaited pages',
  lead: 'Articles that a file told of without holding their words. When the page is taken in, its tags and marks are put on it.',
  filter: 'Filter by words in title, address, tags or file',
  list: 'Awaited pages',
  files: 'Told of by',
  allFiles: 'All files',
  pages: (count: number) => counted(count, 'page'),
  none: 'No page is awaited',
  noneText:
    'Bookmarks, reading lists and feeds tell of pages. Take such a file in, and those that are not here are listed.',
  noneFound: 'No awaited page has these words.',
  untitled: 'Without a title',
  noAddress: 'No address; it is known by its title',
  marks: (count: number) => counted(count, 'mark'),
  toldBy: (files: readonly string[]) => `told of by ${files.join(', ')}`,
  actions: 'With this page',
  copy: 'Copy address',
  copied: 'Address copied.',
  remove: 'Don’t wait',
  removed: (count: number) => `${counted(count, 'page')} not awaited any more`,
  removeFile: 'Don’t wait for these',
  keys: {
    title: 'Awaited pages',
    next: 'Next page',
    previous: 'Previous page',
    copy: 'Copy the address',
    remove: 'Don’t wait for it',
  },
} as const;
