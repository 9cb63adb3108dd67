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

export interface Backup {
  readonly name: string;
  readonly created: Instant;
  readonly bytes: number;
  readonly reason: string;
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
