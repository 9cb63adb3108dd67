import type { ColumnField } from '../../../main/contract/columns.ts';
import { counted } from '../../shared/lib/figures.ts';

const fields: Readonly<Record<ColumnField, string>> = {
  title: 'Title',
  url: 'Address',
  body: 'Text (plain or HTML)',
  author: 'Author',
  date: 'Date',
  publication: 'Publication',
  tags: 'Tags',
  highlight: 'Highlight',
  note: 'Note',
};

/** Tables whose columns a person explains. */
export const columnTexts = {
  waiting: 'Tables to be explained',
  waitingText: 'No known program wrote these. Say what their columns mean, and they are taken in.',
  explain: 'What the columns mean…',
  explainThis: (name: string) => `What the columns of ${name} mean…`,
  known: 'Known tables',
  change: 'Change',
  rename: 'Rename',
  renameTitle: 'Name of the table',
  forget: 'Forget',
  forgotten: (name: string) => `“${name}” forgotten; its columns will be asked about again`,
  title: (name: string) => `Columns of ${name}`,
  lead: 'Each row becomes an article where it has a text, else an awaited page. Files with the same columns are taken in without asking from then on.',
  column: 'Column',
  values: 'First values',
  meaning: 'What it is',
  nothing: 'Nothing',
  empty: 'empty',
  fields,
  meaningOf: (column: string) => `What “${column}” is`,
  preview: 'The first row',
  previewNone: 'The table has no row.',
  notEnough: 'Choose a column for the title, the address or the text.',
  asArticle: 'becomes an article',
  asPage: 'has no text and becomes an awaited page',
  save: 'Save and take in',
  saveOnly: 'Save',
  cancel: 'Cancel',
  columns: (count: number) => counted(count, 'column'),
} as const;
