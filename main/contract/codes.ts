import type { CodeId } from './ids.ts';

export interface Code {
  readonly id: CodeId;
  readonly name: string;
  readonly parent: CodeId | null;
  /** From the root to the code itself. */
  readonly path: readonly string[];
  readonly definition: string;
  /** One of the eight colours of the interface, 0 to 7. */
  readonly color: number;
  readonly annotations: number;
}
