import type { BinItem } from '../../../main/contract/bin.ts';
import type { CheckLine } from '../../../main/contract/health.ts';
import type { LogEntry } from '../../../main/contract/log.ts';
import { counted, figure } from '../../shared/lib/figures.ts';

/** The Health room. */
export const healthTexts = {
  title: 'Health',
  lead: 'Whether everything is still as it came in: the database whole, the index true, every original with the hash it was stored under.',
  check: 'Check now',
  checking: 'Checking',
  cancelNote: 'Nothing is changed by checking.',
  checkFailed: 'The check stopped',
  never: 'Not checked yet.',
  sound: 'Everything is whole',
  unsound: (lines: readonly CheckLine[]) => {
    const bad = lines.filter((line) => !line.ok).length;
    return `${counted(bad, 'check')} found something`;
  },
  checkedAt: (when: string) => `Checked ${when}`,
  originals: 'Originals',
  originalsValue: (count: number, size: string) => `${figure(count)}, ${size}`,
  database: 'Database',
  schema: 'Schema',
  folder: 'Folder',
  state: 'State',
  backups: 'Backups',
  bin: 'Bin',
  binEmpty: 'The bin is empty.',
  restore: 'Restore',
  restoreItem: (label: string) => `Restore ${label}`,
  restored: (label: string) => `“${label}” restored`,
  empty: 'Empty the bin…',
  emptyTitle: 'Empty the bin?',
  emptyText: (count: number) =>
    `${counted(count, 'item')} will be gone for good, with the originals that nothing else uses. This can’t be undone. Backups that were made before still hold their texts.`,
  emptyAction: 'Delete for good',
  emptied: (count: number) => `${counted(count, 'item')} deleted for good`,
  kinds: {
    article: 'Article',
    annotation: 'Annotation',
    statement: 'Statement',
    collection: 'Collection',
    code: 'Code',
  } satisfies Record<BinItem['kind'], string>,
  events: 'Event log',
  eventsText:
    'What was done, when, by what, with what outcome. With a package goes what is about the things handed over; Export shows it before.',
  outcomes: { success: 'done', warning: 'with a warning', failure: 'failed' },
  log: 'Program log',
  logText:
    'What Verbatim noted of its own working: openings, jobs, slow calls, defects. It holds no words of articles, notes or searches and no names of your files, and stays in the library’s folder.',
  logEmpty: 'Nothing has been noted yet.',
  logColumns: { time: 'When', kind: 'What', details: 'Details' },
  logMilliseconds: (count: string) => `${count} ms`,
  logKinds: {
    opened: 'opened',
    closed: 'closed',
    'opening-failed': 'could not be opened',
    'import-began': 'import begun',
    'import-ended': 'import ended',
    'job-ended': 'job ended',
    'slow-call': 'slow call',
    'thread-died': 'thread stopped',
    'log-broken': 'what was saved last could not be read',
    'thread-not-started': 'thread not started again',
    'close-overdue': 'slow to close',
    defect: 'defect',
    'lines-lost': 'lines lost',
  } satisfies Record<LogEntry['kind'], string>,
  columns: { at: 'When', kind: 'What', detail: 'Detail', agent: 'By', outcome: 'Outcome' },
  tabs: { check: 'Integrity', backups: 'Backups', bin: 'Bin', events: 'Event log', log: 'Program log' },
} as const;
