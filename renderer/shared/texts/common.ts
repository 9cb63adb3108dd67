/** Words that several rooms use. */
export const common = {
  name: 'Verbatim',
  close: 'Close',
  cancel: 'Cancel',
  noCopy: 'The clipboard refused. Nothing was copied.',
  passed: 'passed',
  notPassed: 'failed',
  save: 'Save',
  undo: 'Undo',
  undone: 'Undone',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  loading: 'Loading…',
  more: 'Show more',
  show: 'Show',
  onlyFirst: (count: string) => `Only the first ${count} are named.`,
  openArticle: 'Open',
  readOnly: 'Open for reading only. Nothing you do is written to this library.',
  failed: 'This could not be shown.',
} as const;

/** The kinds of statement, for a person. */
export const kindWords = { block: 'block', direct: 'direct', mixed: 'mixed', indirect: 'indirect' } as const;
export const kindMeanings = {
  block: 'a whole passage',
  direct: 'a quotation',
  mixed: 'partly quoted',
  indirect: 'reported, not quoted',
} as const;
export const stateWords = { suggested: 'Suggested', confirmed: 'Confirmed', rejected: 'Rejected' } as const;
