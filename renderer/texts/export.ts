import type { ExportFormat } from '../../main/contract/exports.ts';
import { counted, figure } from '../lib/figures.ts';

/** The Export room. */
export const exportTexts = {
  title: 'Export',
  lead: 'Before any words leave, they are compared with the revision, and the revision with the original. What differs is left out and named.',
  what: 'What',
  whats: {
    everything: 'The whole library',
    collection: 'A collection',
    search: 'A search',
    articles: 'Chosen articles',
  },
  collection: 'Collection',
  noCollections: 'There is no collection yet.',
  query: 'Search',
  articles: (count: number) => counted(count, 'article'),
  format: 'As',
  formats: {
    bagit: {
      name: 'BagIt folder',
      text: 'For archives. Originals, reading copies, statements, annotations and the event log, each with its hash. Verbatim takes it in again with nothing lost.',
    },
    'bagit-zip': {
      name: 'BagIt in one zip file',
      text: 'The same package as one file, to send or to store.',
    },
    markdown: {
      name: 'Markdown',
      text: 'One file an article, to read and write with. Statements as quotations with their speakers, notes as footnotes.',
    },
    annotations: {
      name: 'W3C annotations',
      text: 'Highlights, notes and codes as JSON-LD, for other annotation programs.',
    },
    csv: {
      name: 'Tables (CSV)',
      text: 'Statements and annotations as tables, with the sentence and paragraph around them, for a spreadsheet or statistics.',
    },
  } satisfies Record<ExportFormat, { name: string; text: string }>,
  along: 'What goes along',
  notes: 'My notes',
  notesText: 'Highlights and codes always go along. Without the tick your own notes stay here.',
  start: 'Export',
  startDesktop: 'Export to…',
  running: 'Exporting',
  validating: 'Checking the finished package',
  cancelNote: 'A half-written package is removed.',
  cancelled: 'Cancelled. Nothing was written.',
  failed: 'The export stopped',
  done: 'Exported',
  doneSome: 'Exported, but not everything',
  counts: (articles: number, statements: number, annotations: number) =>
    [counted(articles, 'article'), counted(statements, 'statement'), counted(annotations, 'annotation')].join(', '),
  files: (files: number, size: string) => `${counted(files, 'file')}, ${size}`,
  download: 'Download',
  written: 'Written to',
  leftOut: 'Left out',
  leftOutText: (count: number) =>
    `${counted(count, 'item')} did not pass the verbatim check and ${count === 1 ? 'was' : 'were'} left out:`,
  kinds: { article: 'Article', statement: 'Statement', annotation: 'Annotation' },
  validation: 'Validation of the package',
  validationGood: (count: number) => `All ${figure(count)} checks passed.`,
  passed: 'passed',
  notPassed: 'failed',
  again: 'Another export',
  suggestedName: 'verbatim-export',
} as const;
