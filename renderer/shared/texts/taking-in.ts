import { counted } from '../lib/figures.ts';

/** What is said of taking files in, from whichever room. */
export const takingInTexts = {
  readOnly: 'This library is open for reading only: nothing can be taken in.',
  noFile: 'The library doesn’t know any more where this file was.',
  reportName: 'import-report.csv',
  reportSaved: (lines: number) => `Saved: ${counted(lines, 'line')}.`,
} as const;
