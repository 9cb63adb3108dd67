/** Pictures of an original's pages. */
export const pageTexts = {
  title: (name: string) => `Page of ${name}`,
  place: (page: number, all: number) => `Page ${page} of ${all}`,
  picture: (page: number) => `Page ${page}, as it was made`,
  frame: (page: number) => `Page ${page}, scrolls`,
  previous: 'Previous page',
  next: 'Next page',
  show: (page: number) => `Show page ${page}`,
  mark: (page: number) => `Page ${page}: show it`,
  pages: 'Pages',
  notDrawn:
    'This page can’t be drawn: it is damaged, or uses something that isn’t known here. The original is kept as it is.',
} as const;
