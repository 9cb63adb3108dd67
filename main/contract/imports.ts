import * as v from 'valibot';
import type { ArticleId, ImportId, RevisionId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Placement } from './placements.ts';

/**
 * `mended`: it is there already, and a file that the library had lost or that was changed was put back by it.
 * `mentioned`: the file tells of an article and doesn't hold it, which is no fault. `unmapped`: a table that
 * waits for a person to say what its columns mean.
 */
export const importOutcomes = [
  'taken',
  'partial',
  'duplicate',
  'mended',
  'revision',
  'mentioned',
  'unmapped',
  'refused',
] as const;

export const ImportOutcome = v.picklist(importOutcomes);

export type ImportOutcome = v.InferOutput<typeof ImportOutcome>;

/**
 * Where an import is. Whatever is not over goes on when it is resumed: what a person paused, what was
 * interrupted because the program or the connection ended, what never came to its turn.
 */
export const importStates = ['waiting', 'running', 'paused', 'interrupted', 'cancelled', 'ended'] as const;

export type ImportState = (typeof importStates)[number];

/** One line of an import's report. */
export interface ImportLine {
  /** Its number in the library; 0 until it is kept. */
  readonly number: number;
  /** The path relative to what was chosen, for the person to recognise. */
  readonly path: string;
  readonly outcome: ImportOutcome;
  readonly article: ArticleId | null;
  readonly revision: RevisionId | null;
  readonly title: string | null;
  /** Why, and what to do, for anything but `taken`; also "possible duplicate of …" for a taken one. */
  readonly reason: string | null;
  readonly bytes: number;
  /** Whether the library knows which file on this machine it is about, so that it can be shown and tried again. */
  readonly hasFile: boolean;
}

export interface ImportSummary {
  readonly id: ImportId;
  readonly state: ImportState;
  /** What the person chose, by name, for her to recognise. */
  readonly chosen: readonly string[];
  readonly started: Instant;
  readonly ended: Instant | null;
  readonly cancelled: boolean;
  readonly counts: Readonly<Record<ImportOutcome, number>>;
  /** How the marks of articles with a new revision were placed again. */
  readonly placed: Readonly<Record<Placement, number>>;
}

/** A folder whose new files are taken in by themselves while the library is open for writing. */
export interface WatchedFolder {
  readonly id: number;
  readonly path: string;
  /** The collection that they are put into, or null. */
  readonly collection: string | null;
}

/** An import's report as a file of CSV. */
export interface ReportFile {
  readonly lines: number;
  /** Where a browser fetches it, when no place was granted; served by `handleFetch`. */
  readonly download: { readonly url: string; readonly name: string } | null;
  /** The file written, for a person to recognise, when a place was granted. */
  readonly written: string | null;
}
