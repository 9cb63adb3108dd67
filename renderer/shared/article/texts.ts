/** What is said inside an article's own words, wherever they are drawn. */
export const articleTexts = {
  pictureMissing: 'The picture was not kept with the page.',
  tableRegion: 'Table, scrolls sideways',
  linkTitle: 'This link leads out of the library. Verbatim does not follow it.',
} as const;
