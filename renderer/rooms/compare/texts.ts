import type { ComparedFieldName, ComparedRow } from '../../../main/contract/comparison.ts';
import { counted, figure } from '../../shared/lib/figures.ts';

type Change = ComparedRow['change'];

/** `Passages: 4 changed, 1 added`; nothing where all are none. */
function listed(what: string, counts: readonly (readonly [count: number, happened: string])[]): string {
  const some = counts.filter(([count]) => count > 0);
  return some.length === 0
    ? ''
    : `${what}: ${some.map(([count, happened]) => `${figure(count)} ${happened}`).join(', ')}`;
}

/** The Compare room. */
export const compareTexts = {
  title: 'Compare',
  lead: 'Two revisions of an article, or two articles, side by side.',
  changedTitle: 'Articles that changed',
  changedEmpty: 'No article has a second revision yet. Take in a page that was saved again later, and both stand here.',
  revisions: (count: number) => counted(count, 'revision'),
  pick: ['In the Library, press', 'on one article and then on another to compare the two.'],
  loading: 'Putting the two side by side…',
  failedTitle: 'The two could not be compared',
  toStart: 'What there is to compare',

  twoArticles: 'Two articles',
  untitled: 'Untitled',
  left: 'Left',
  right: 'Right',
  chooseRevision: (side: string) => `${side}: which revision`,
  revision: (number: number, dated: string | null) => `Revision ${number}${dated === null ? '' : `, ${dated}`}`,
  captured: (when: string) => `captured ${when}`,
  fileDated: (when: string) => `file dated ${when}`,
  open: (title: string) => `Open “${title}” in the reader`,
  swap: 'Swap the sides',
  onlyDifferences: 'Only differences',
  next: 'Next difference',
  previous: 'Previous difference',
  place: (at: number, total: number) => (at < 0 ? counted(total, 'difference') : `${at + 1} of ${total}`),
  print: 'Print',
  keysButton: 'Keys',
  back: 'Back',

  same: 'Word for word the same',
  sameText: 'Statements and body have the same words in the same order. Furniture and pictures are not compared.',
  passages: (counts: Readonly<Record<Exclude<Change, 'same'>, number>>) =>
    listed('Passages', [
      [counts.changed, 'changed'],
      [counts.gone, 'gone'],
      [counts.added, 'added'],
      [counts.moved, 'moved'],
    ]),
  words: (gone: number, added: number) =>
    listed('Words', [
      [gone, 'gone'],
      [added, 'added'],
    ]),
  folded: (count: number) => `${counted(count, 'passage')} the same`,
  show: 'show',

  statements: 'Statements',
  sameStatements: (count: number) => `${counted(count, 'statement')} the same`,
  head: 'Headline',
  body: 'Text',
  fields: { title: 'Headline', subheading: 'Subheading', byline: 'Byline', published: 'Published' } satisfies Record<
    ComparedFieldName,
    string
  >,
  elided: 'Paragraphs that are the same.',
  change: 'Change',
  movedTo: 'Moved; show where to',
  unknownSpeaker: 'Speaker not known',

  /** Said before and after marked words; nobody sees it. */
  gone: 'gone: ',
  added: 'new: ',
  end: ' (end)',
  announce: (at: number, total: number, change: Exclude<Change, 'same'>, gone: string, added: string) =>
    [
      `Difference ${at + 1} of ${total}, ${changeWords[change].toLowerCase()}`,
      gone === '' ? '' : `gone: ${gone}`,
      added === '' ? '' : `new: ${added}`,
    ]
      .filter((part) => part !== '')
      .join('. '),
  noDifference: 'There is no difference.',
  noPlace: 'No more differences that way.',

  keys: {
    title: 'Compare',
    next: 'Next difference',
    previous: 'Previous difference',
    open: 'Open the passage in the reader',
    only: 'Only differences, or all',
    swap: 'Swap the sides',
    older: 'The two revisions before',
    newer: 'The two revisions after',
  },
} as const;

/** What happened to a row, in one word. */
export const changeWords: Readonly<Record<Change, string>> = {
  same: 'Same',
  changed: 'Changed',
  gone: 'Gone',
  added: 'Added',
  moved: 'Moved',
};
