/** The list of keys. */
export const keyTexts = {
  title: 'Keys',
} as const;
