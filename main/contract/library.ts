import type { ErrorCode } from './errors.ts';

export interface LibraryInformation {
  readonly name: string;
  readonly path: string;
  readonly mode: 'write' | 'read';
  readonly articles: number;
  readonly statements: number;
  readonly annotations: number;
  readonly binned: number;
  /** What opening it could not do, or did that a person should know; each a sentence. */
  readonly notices: readonly string[];
}

/** How far the bringing up to date of an older library is, while it is opened. */
export interface OpeningProgress {
  readonly phase: 'backing-up' | 'changing' | 'checking';
  /** Steps that are done and all of them: a backup, each change, each table that is checked. */
  readonly done: number;
  readonly total: number;
  /** What is being changed, or the table that is being checked. */
  readonly current: string;
  /** The name of the backup that was made, once there is one. */
  readonly backup: string | null;
}

export type LibraryState =
  | { readonly status: 'none' }
  /** It is being opened; with `progress`, an older library is brought up to date. */
  | {
      readonly status: 'opening';
      readonly name: string;
      readonly path: string;
      readonly progress: OpeningProgress | null;
    }
  | { readonly status: 'open'; readonly library: LibraryInformation }
  /** The part that writes ended unexpectedly: what was saved is kept, and it can be opened again. */
  | { readonly status: 'stopped'; readonly name: string; readonly path: string; readonly message: string }
  /** Another process has it open for writing; reading is possible. */
  | { readonly status: 'busy'; readonly name: string; readonly path: string; readonly heldBy: string }
  | {
      readonly status: 'failed';
      readonly name: string;
      readonly path: string;
      readonly code: ErrorCode;
      readonly message: string;
    };
