import type { ErrorData } from '../../../../contract/index.ts';
import type { KnownTables, Member } from '../../../../formats/format.ts';

/** What the thread that has a container open is started with. */
export interface ContainerSetup {
  readonly container: string;
  readonly path: string;
  readonly name: string;
  readonly after: string | null;
  /** See `ContainerSource.tables`. */
  readonly tables: KnownTables;
  /** See `ContainerSource.scratch`. */
  readonly scratch: string;
}

/** What it is asked. Members are asked for one by one, so that nothing piles up; resources at any time between. */
export type ContainerRequest =
  | { readonly type: 'next' }
  | { readonly type: 'resource'; readonly id: number; readonly member: string; readonly address: string }
  | { readonly type: 'close' };

export type ContainerReply =
  /** Null when there are no more. */
  | { readonly type: 'member'; readonly member: Member | null }
  | { readonly type: 'resource'; readonly id: number; readonly bytes: Uint8Array | null }
  | { readonly type: 'progress'; readonly bytes: number }
  /** Opening it or going on in it failed; the thread ends. */
  | { readonly type: 'failed'; readonly error: ErrorData };
