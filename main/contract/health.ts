import type { EventId } from './ids.ts';
import type { Instant } from './instant.ts';

export interface ProvenanceEvent {
  readonly id: EventId;
  readonly at: Instant;
  /** One of `eventKinds`, or one that came with a package of another version. */
  readonly kind: string;
  readonly agent: string;
  /** Kind and id of what it was done to ("article 0193…"), or null. */
  readonly subject: string | null;
  readonly outcome: 'success' | 'warning' | 'failure';
  readonly detail: string;
}

/** One line of `check`: what was looked at, whether it is sound, and the words for a person. */
export interface CheckLine {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** How many backups of each kind are kept; when one more is made, the oldest goes. */
export const keptBackups = { 'by hand': 7, 'before a migration': 3 } as const;

/**
 * A database that a library's can be replaced by: a copy that was made of it, or one that another took the place of. And
 * what lies beside those: a damaged log that was kept, by which nothing can be replaced.
 */
export interface Backup {
  /** What it is restored by. */
  readonly name: string;
  /** What was set aside is removed by a person alone. */
  readonly kind: 'backup' | 'set-aside' | 'kept-log';
  readonly created: Instant;
  /** Of what was set aside, with the log beside it. */
  readonly bytes: number;
  readonly reason: string;
  /** Which shape it has, by its first bytes; null for what is no library's database. */
  readonly shape: number | null;
}

/** What a closer look at a backup found. */
export interface BackupExamined {
  readonly ok: boolean;
  /** For the person, where it is not whole or can't be opened by this program. */
  readonly problem: string | null;
}

/** What became of a database that another took the place of. */
export interface LibraryReplaced {
  /** Where it lies now, inside the library's folder. */
  readonly setAside: string;
}

export interface HealthState {
  readonly originals: { readonly count: number; readonly bytes: number };
  readonly databaseBytes: number;
  readonly schemaVersion: number;
  readonly lastCheck: { readonly at: Instant; readonly ok: boolean; readonly lines: readonly CheckLine[] } | null;
  readonly backups: readonly Backup[];
  /** How many articles were made by an earlier version of an extractor that there is. */
  readonly olderExtraction: number;
}
