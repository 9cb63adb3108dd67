import * as v from 'valibot';
import type { CheckLine } from './health.ts';
import type { StatementId } from './ids.ts';
import { Selection } from './selection.ts';

export const exportFormats = [
  'bagit',
  'bagit-zip',
  'markdown',
  'csv',
  'json-lines',
  'annotations',
  'tei',
  'dna',
] as const;

export const ExportFormat = v.picklist(exportFormats);

export type ExportFormat = v.InferOutput<typeof ExportFormat>;

/** What is handed over: which articles, in which form, and whether a person's own words go along. */
export const exportChoice = {
  format: ExportFormat,
  selection: Selection,
  /** Notes, what codes mean, the words of searches. Highlights and codes always go along. */
  notes: v.optional(v.boolean(), true),
};

/** Names for a person, in their order: how many there are, and the first of them. */
export interface NameList {
  readonly total: number;
  readonly first: readonly string[];
}

/** What an export will hand over, told before it is written. */
export interface ExportPreview {
  readonly articles: number;
  readonly statements: number;
  readonly annotations: number;
  /** Null in a format that carries none. `withOthers` of them hold articles that were not chosen: a feed, a mailbox. */
  readonly originals: { readonly count: number; readonly bytes: number; readonly withOthers: number } | null;
  readonly codes: NameList;
  readonly collections: NameList;
  readonly speakers: NameList;
  /** Other names that are told of those who speak, each with whose it is; empty where none go along. */
  readonly aliases: NameList;
  readonly organizations: NameList;
  /** Pages that are awaited. */
  readonly awaited: number;
  /** Lines of the log by kind, most first; null in a format without one. */
  readonly events: {
    readonly total: number;
    readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  } | null;
}

export interface ExportResult {
  readonly format: ExportFormat;
  readonly articles: number;
  readonly statements: number;
  readonly annotations: number;
  readonly files: number;
  readonly bytes: number;
  /** Items whose words failed the verbatim check, and why. */
  readonly leftOut: readonly {
    readonly kind: 'article' | 'statement' | 'annotation';
    readonly id: string;
    readonly label: string;
    readonly reason: string;
  }[];
  /** Statements that went along with a broken seal, which stands with each of them: what became of their words. */
  readonly brokenSeals: readonly { readonly id: StatementId; readonly label: string; readonly reason: string }[];
  /** The validation of the finished package by our own reader, line by line. */
  readonly validation: readonly CheckLine[];
  /** Where a browser fetches it, when no folder was granted; served by `handleFetch`. */
  readonly download: { readonly url: string; readonly name: string } | null;
  /** The folder or file written, for a person to recognise, when a target was granted. */
  readonly written: string | null;
}
