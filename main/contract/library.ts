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

export type LibraryState =
  | { readonly status: 'none' }
  | { readonly status: 'open'; readonly library: LibraryInformation }
  /** Another process has it open for writing; reading is possible. */
  | { readonly status: 'busy'; readonly name: string; readonly path: string; readonly heldBy: string }
  | {
      readonly status: 'failed';
      readonly name: string;
      readonly path: string;
      readonly code: ErrorCode;
      readonly message: string;
    };
