import { counted } from '../../shared/lib/figures.ts';

/** The panel in which codes are kept in order. */
export const codeTexts = {
  title: 'Codes',
  empty: 'There is no code yet. Codes are made here, or while reading: select words and press “c”.',
  list: 'All codes',
  create: 'New code',
  name: 'Name',
  parent: 'Under',
  noParent: 'Nothing (top level)',
  definition: 'Definition',
  definitionHint: 'When does this code apply, and when not?',
  color: 'Colour',
  colors: ['Blue', 'Green', 'Orange', 'Red', 'Violet', 'Teal', 'Olive', 'Grey'],
  used: (count: number) => counted(count, 'annotation'),
  delete: 'Move to the bin',
  show: 'Show its articles',
  made: (name: string) => `Code “${name}” made`,
  changed: (name: string) => `Code “${name}” changed`,
  deleted: (name: string) => `Code “${name}” moved to the bin`,
  readOnly: 'This library is open for reading only.',
} as const;
