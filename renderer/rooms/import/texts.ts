import type { ImportOutcome, ImportState } from '../../../main/contract/imports.ts';
import type { Placement } from '../../../main/contract/placements.ts';
import { counted, figure } from '../../shared/lib/figures.ts';

const outcomes: Readonly<Record<ImportOutcome, string>> = {
  taken: 'Taken',
  partial: 'In part',
  duplicate: 'Already there',
  mended: 'Mended',
  revision: 'New revision',
  mentioned: 'No content here',
  unmapped: 'Needs a mapping',
  refused: 'Refused',
};
function inWords(outcome: ImportOutcome, count: number): string {
  return outcome === 'revision' && count !== 1 ? 'new revisions' : outcomes[outcome].toLowerCase();
}
const placements: Readonly<Record<Placement, string>> = {
  exact: 'in the same place',
  moved: 'moved with their words',
  changed: 'on changed words',
  lost: 'lost their place',
};

const states: Readonly<Record<ImportState, string>> = {
  waiting: 'Waiting for its turn',
  running: 'Running',
  paused: 'Paused',
  interrupted: 'Interrupted',
  cancelled: 'Cancelled; what was taken in is kept.',
  ended: '',
};

/** The Import room. */
export const importTexts = {
  awaited: (pages: number) => `${counted(pages, 'awaited page')}`,
  title: 'Import',
  lead: 'Saved web pages, web archives, e-mail, feeds, books and documents, plain text and Markdown, in folders, zip and tar files; what reading services, reference managers and annotation programs export; tables; packages.',
  addFiles: 'Add articles…',
  addFolder: 'Add a folder…',
  dropLine: 'or drop files and folders anywhere on this window',
  dropHere: 'Drop to take in',
  resume: 'Resume',
  giveUp: 'Give up',
  unfinished: 'Not finished',
  states,
  chosen: (names: readonly string[]) =>
    names.length <= 2
      ? names.join(' and ')
      : `${names.slice(0, 2).join(', ')} and ${counted(names.length - 2, 'more', 'more')}`,
  filter: 'Filter by words in name, title or reason',
  saveReport: 'Save as CSV…',
  tryAgain: 'Try again',
  tryRefused: 'Try refused again',
  showFile: 'Show file',
  watched: 'Watched folders',
  watchFolder: 'Watch a folder…',
  stopWatching: 'Stop watching',
  lineActions: 'With this line',
  handingOver: 'Handing the files over…',
  handingOverPage:
    'Handing the files over… Keep this page open until that is done: reloading or closing it stops the hand-over, and nothing is taken in.',
  counting: 'Looking through the folders…',
  working: 'Taking in',
  finishing: 'Finishing',
  cancel: 'Cancel',
  cancelNote: 'What is taken in stays.',
  failed: 'The import stopped',
  keptNote: 'What was taken in before is kept.',
  report: 'Report',
  reportOf: (when: string) => `Import of ${when}`,
  running: 'Running',
  outcomes,
  all: 'All',
  placed: 'Your marks on articles with a new revision',
  placements,
  placedPart: (count: number, placement: Placement) => `${figure(count)} ${placements[placement]}`,
  columns: { outcome: 'Outcome', item: 'Item', reason: 'Reason and what to do', size: 'Size' },
  lines: 'Lines of the report',
  noLines: 'No item had this outcome.',
  nothingFound: 'Nothing was found to take in.',
  earlier: 'Earlier imports',
  earlierNone: 'Nothing has been taken in yet.',
  summary: (counts: Readonly<Record<ImportOutcome, number>>) => {
    const parts = (Object.keys(outcomes) as ImportOutcome[])
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => `${figure(counts[outcome])} ${inWords(outcome, counts[outcome])}`);
    return parts.length > 0 ? parts.join(', ') : 'nothing';
  },
  keys: {
    title: 'Import',
    next: 'Next line',
    previous: 'Previous line',
    open: 'Open the article',
    again: 'Try again',
    file: 'Show file',
  },
} as const;
