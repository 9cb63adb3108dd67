import type { PaletteEntry } from './palette-search.ts';

/** To the palette's worker. */
export type PaletteRequest =
  | { readonly type: 'vocabulary'; readonly entries: readonly PaletteEntry[] }
  /** All titles come anew, a page at a time, until the end. */
  | { readonly type: 'begin' }
  | { readonly type: 'articles'; readonly entries: readonly PaletteEntry[] }
  | { readonly type: 'end' }
  | { readonly type: 'find'; readonly id: number; readonly words: string };

/** From it. `id` is the request's; an answer to an older one is dropped. */
export interface PaletteReply {
  readonly id: number;
  readonly entries: readonly PaletteEntry[];
}
