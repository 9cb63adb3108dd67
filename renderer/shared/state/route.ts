import { signal } from '@preact/signals';
import type { ArticleId, RevisionId, SpeakerId } from '../../../main/contract/ids.ts';
import type { Selection } from '../../../main/contract/selection.ts';
import { addressOf, routeOf, searchedWords } from '../lib/addresses.ts';

/** One side of a comparison; without a revision, the article's current one. */
export interface ComparedPlace {
  readonly article: ArticleId;
  readonly revision?: RevisionId;
}

/** Where the reader of this page is. A room that isn't built isn't here. */
export type Route =
  | { readonly room: 'library' }
  | {
      readonly room: 'reader';
      readonly article: ArticleId;
      readonly revision?: RevisionId;
      /** Words to mark, from the search that led here. */
      readonly terms?: readonly string[];
      /** Offset in the canonical text to bring into view, in UTF-16 units. */
      readonly at?: number;
    }
  | { readonly room: 'statements' }
  | {
      readonly room: 'people';
      /** Whose page is open. */
      readonly person?: SpeakerId;
      /** What stands in its place: the names that may be one person's. */
      readonly list?: 'proposals';
    }
  | {
      readonly room: 'compare';
      /** What stands on the two sides; without them, what there is to compare. */
      readonly sides?: { readonly left: ComparedPlace; readonly right: ComparedPlace };
      /** Which list of what there is; without it, of articles that changed. */
      readonly list?: 'duplicates';
    }
  | { readonly room: 'import' }
  | { readonly room: 'awaited' }
  | { readonly room: 'export'; readonly selection?: Selection }
  | { readonly room: 'health' };

export type Room = Route['room'];

/** The present place. It is read from the address and what stands beside it, so that the browser's own back and reload keep it. */
export const route = signal<Route>(here());

/** Goes to a place and remembers the one that was left. */
export function navigate(next: Route): void {
  history.pushState({ depth: depth() + 1, words: searchedWords(next) }, '', addressOf(next));
  route.value = next;
}

/** Returns to the place before; from the first one, to the library. */
export function back(): void {
  if (depth() > 0) history.back();
  else if (route.value.room !== 'library') {
    history.replaceState({ depth: 0 }, '', addressOf({ room: 'library' }));
    route.value = { room: 'library' };
  }
}

function here(): Route {
  return routeOf(location.hash, held('words')) ?? { room: 'library' };
}

function depth(): number {
  const number = held('depth');
  return typeof number === 'number' ? number : 0;
}

/** What the page holds beside the address, by its name. */
function held(name: 'depth' | 'words'): unknown {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null ? new Map(Object.entries(state)).get(name) : undefined;
}

addEventListener('popstate', () => {
  route.value = here();
});
