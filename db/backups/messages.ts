import type { ErrorData } from '../../main/contract/errors.ts';
import type { Replacement, ReplacementNote } from './restore.ts';

/** What the thread for backups is asked, and what each answers. */
export interface BackupTasks {
  /** Looks whether a file is whole. */
  examine: { readonly task: { readonly file: string }; readonly value: null };
  prepare: {
    readonly task: { readonly library: string; readonly replacement: Replacement; readonly agent: string };
    readonly value: ReplacementNote;
  };
  place: {
    readonly task: { readonly library: string; readonly note: ReplacementNote; readonly agent: string };
    readonly value: null;
  };
  drop: { readonly task: { readonly library: string }; readonly value: null };
  finish: { readonly task: { readonly library: string; readonly agent: string }; readonly value: string | null };
}

export type BackupTask = {
  [Kind in keyof BackupTasks]: { readonly kind: Kind } & BackupTasks[Kind]['task'];
}[keyof BackupTasks];

export interface BackupReply {
  readonly value: BackupTasks[keyof BackupTasks]['value'];
  readonly error: ErrorData | null;
}
