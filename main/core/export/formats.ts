import type { ExportFormat } from '../../contract/index.ts';

/**
 * What of an article leaves: a package takes every revision and original; a text the current words
 * and the marks; `marks` and `annotations` only those, so an article without any need not be checked.
 */
export type Takes = 'package' | 'text' | 'marks' | 'annotations';

/** What a format holds beside articles and the names of codes (decision 0150). */
export interface FormatHolds {
  readonly takes: Takes;
  readonly annotations: boolean;
  readonly originals: boolean;
  /** Codes, collections, people and the log as the library keeps them. */
  readonly library: boolean;
}

export const formatHolds: Readonly<Record<ExportFormat, FormatHolds>> = {
  bagit: { takes: 'package', annotations: true, originals: true, library: true },
  'bagit-zip': { takes: 'package', annotations: true, originals: true, library: true },
  markdown: { takes: 'text', annotations: true, originals: false, library: false },
  csv: { takes: 'marks', annotations: true, originals: false, library: false },
  'json-lines': { takes: 'marks', annotations: true, originals: false, library: false },
  annotations: { takes: 'marks', annotations: true, originals: false, library: false },
  // Codes go with the statements that they are on; what a person marked besides stays.
  tei: { takes: 'text', annotations: false, originals: false, library: false },
  dna: { takes: 'text', annotations: false, originals: false, library: false },
};
