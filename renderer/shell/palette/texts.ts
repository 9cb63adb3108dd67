/** The palette. */
export const paletteTexts = {
  title: 'Go to anything',
  placeholder: 'Articles, people, collections, codes, commands',
  results: 'Matches',
  nothing: 'Nothing like that is here.',
  kinds: { article: 'Article', person: 'Person', collection: 'Collection', code: 'Code', command: 'Command' },
} as const;
