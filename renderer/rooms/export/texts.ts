import type { EventKind } from '../../../main/contract/event-kinds.ts';
import type { ExportFormat } from '../../../main/contract/exports.ts';
import { counted, figure } from '../../shared/lib/figures.ts';

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
    person: 'What a person says',
  },
  personText: 'Their statements alone, with the codes on them. A BagIt package holds the articles whole.',
  collection: 'Collection',
  noCollections: 'There is no collection yet.',
  query: 'Search',
  articles: (count: number) => counted(count, 'article'),
  format: 'As',
  purposes: {
    keep: 'To keep',
    read: 'To read',
    count: 'To count',
    research: 'For other tools',
  },
  formats: {
    bagit: {
      name: 'BagIt folder',
      text: 'The same package as a folder.',
    },
    'bagit-zip': {
      name: 'BagIt in one zip file',
      text: 'For archives: originals, reading copies, statements, annotations and their log, each with its hash. Verbatim takes it in again with nothing lost.',
    },
    markdown: {
      name: 'Markdown',
      text: 'One file an article: statements as quotations with their speakers, notes as footnotes.',
    },
    annotations: {
      name: 'W3C annotations',
      text: 'Statements as schema.org quotations, with highlights, notes and codes, as JSON-LD for annotation programs.',
    },
    csv: {
      name: 'Tables (CSV)',
      text: 'Statements and annotations, with the sentence and paragraph around them, for a spreadsheet or statistics.',
    },
    'json-lines': {
      name: 'JSON Lines',
      text: 'The same for programs, one a line, with speakers and spans as lists.',
    },
    tei: {
      name: 'TEI',
      text: 'One TEI P5 document an article: who says which words, quoted or reported, with roles and codes.',
    },
    dna: {
      name: 'Discourse Network Analyzer',
      text: 'A database for DNA 3: persons, organizations and codes on the words they stand on. Agreement is yes, but for codes called “not: …”.',
    },
  } satisfies Record<ExportFormat, { name: string; text: string }>,
  along: 'What goes along',
  notes: 'My notes',
  notesText:
    'With what your codes mean, and the words of your searches. Without the tick all of that stays here; highlights and codes always go along.',
  preview: {
    title: 'What will be handed over',
    counting: 'Looking what goes along…',
    counted: 'What goes along was counted.',
    articles: 'Articles',
    statements: 'Statements',
    annotations: 'Annotations',
    originals: 'Originals',
    withOthers: (count: number) =>
      count === 1
        ? 'one of them holds articles that were not chosen'
        : `${figure(count)} of them hold articles that were not chosen`,
    awaited: 'Awaited pages',
    codes: 'Codes',
    collections: 'Collections',
    speakers: 'Speakers',
    aliases: 'Other names',
    organizations: 'Organizations',
    more: (count: number) => `and ${figure(count)} more`,
    log: 'Event log',
    lines: (count: number) => counted(count, 'line'),
    logText: 'Only what is about the things above, in these words.',
    noLog: 'This format carries no event log.',
    moreLines: (count: number) => `Show more of ${figure(count)}`,
    kinds: {
      address: 'Addresses',
      annotation: 'Annotations',
      awaited: 'Awaited pages',
      backup: 'Backups',
      bin: 'Bin',
      capture: 'Taken in',
      check: 'Checks',
      code: 'Codes',
      collection: 'Collections',
      columns: 'Tables',
      duplicate: 'Near-duplicates',
      export: 'Exports',
      extraction: 'Extracted again',
      import: 'Imports',
      library: 'The library itself',
      mend: 'Originals put back',
      person: 'People',
      placement: 'Marks placed again',
      restore: 'Packages taken in',
      revision: 'Revisions',
      statement: 'Statements',
      watch: 'Watched folders',
    } satisfies Record<EventKind, string>,
  },
  start: 'Export',
  startDesktop: 'Export to…',
  running: 'Exporting',
  waiting: 'Waiting until another export is done',
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
  brokenSeals: 'Broken seals',
  brokenSealsText: (count: number) =>
    count === 1
      ? 'One statement went along whose words are not those it was made on; the file says so beside it:'
      : `${figure(count)} statements went along whose words are not those they were made on; the file says so beside each:`,
  kinds: { article: 'Article', statement: 'Statement', annotation: 'Annotation' },
  validation: 'Validation of the package',
  validationGood: (count: number) => `All ${figure(count)} checks passed.`,
  again: 'Another export',
  suggestedName: 'verbatim-export',
} as const;
