import * as v from 'valibot';
import type { CheckLine } from './health.ts';

export const exportFormats = ['bagit', 'bagit-zip', 'markdown', 'annotations', 'csv'] as const;

export const ExportFormat = v.picklist(exportFormats);

export type ExportFormat = v.InferOutput<typeof ExportFormat>;

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
  /** The validation of the finished package by our own reader, line by line. */
  readonly validation: readonly CheckLine[];
  /** Where a browser fetches it, when no folder was granted; served by `handleFetch`. */
  readonly download: { readonly url: string; readonly name: string } | null;
  /** The folder or file written, for a person to recognise, when a target was granted. */
  readonly written: string | null;
}
