import { effect, signal } from '@preact/signals';
import type { ArticleId, CollectionId } from '../../../main/contract/ids.ts';
import type { SearchRow, SearchSort, SearchSummary } from '../../../main/contract/search.ts';
import { api } from '../../api/api.ts';
import { type Choice, meant, moveTo, noChoice } from '../lib/choice.ts';
import { followChanges, touchedBy } from './changes.ts';
import { openedLibrary } from './library.ts';
import { createPagedList } from './paged-list.ts';
import { navigate } from './route.ts';
import { forgetActs } from './undo.ts';

/** What the Library room looks for; it stays while other rooms are visited. */
export const query = signal('');
export const collection = signal<CollectionId | null>(null);
const chosenSort = signal<SearchSort>('relevance');
export const choice = signal<Choice>(noChoice);
/** The search field while it is on the page; set by itself. */
export const searchField: { current: HTMLInputElement | null } = { current: null };
let fieldWanted = false;

/** Puts the cursor into the search field: at once, so that no letter typed next is lost, or when it comes. */
export function askForSearch(): void {
  fieldWanted = searchField.current === null;
  searchField.current?.focus();
  searchField.current?.select();
}

/** The field calls this when it has come onto the page. */
export function searchFieldIsHere(): void {
  if (fieldWanted) askForSearch();
}

/** Without words there is no relevance: then the newest come first. */
export function sortOf(text: string, sort: SearchSort): SearchSort {
  return text.trim() === '' && sort === 'relevance' ? 'newest' : sort;
}
export function sort(): SearchSort {
  return sortOf(query.value, chosenSort.value);
}
export function changeSort(next: SearchSort): void {
  chosenSort.value = next;
}

export const results = createPagedList<SearchRow, SearchSummary>(50);
/** Names the present search: the list starts at the top when it changes. */
export const searchIdentity = signal('');

/** Looks in the library from anywhere: opens the Library room with these words. */
export function lookFor(words: string, within: CollectionId | null = null): void {
  query.value = words;
  collection.value = within;
  navigate({ room: 'library' });
}

/** Opens the article of a result in the reader, with the terms of the search marked. */
export function openResult(row: SearchRow): void {
  const terms = results.summary.value?.terms ?? [];
  navigate({ room: 'reader', article: row.article.id, ...(terms.length > 0 ? { terms } : {}) });
}

/** The articles that an action means; rows that were never fetched can't be meant. */
export function meantArticles(): ArticleId[] {
  return meant(choice.value).flatMap((index) => results.row(index)?.article.id ?? []);
}

effect(() => {
  if (openedLibrary.value === null) return;
  const text = query.value;
  const within = collection.value;
  const order = sortOf(text, chosenSort.value);
  searchIdentity.value = JSON.stringify([text, within, order]);
  choice.value = moveTo(0, 1);
  // Only what is being typed may go on; words that came from elsewhere are whole.
  const typing = searchField.current !== null && searchField.current === document.activeElement;
  results.replace(async (offset, limit, stop) => {
    const input = {
      query: text,
      typing,
      sort: order,
      offset,
      limit,
      ...(within === null ? {} : { collection: within }),
    };
    const { rows, summary } = await api.call('search.run', input, { signal: stop });
    return { rows, total: summary.total, summary };
  });
});

/** Another library was opened: what was looked for, read and undone belongs to the one before. */
let lastOpened: string | null = null;
effect(() => {
  const opened = openedLibrary.value;
  if (opened === null) return;
  const another = lastOpened !== null && lastOpened !== opened;
  lastOpened = opened;
  if (!another) return;
  query.value = '';
  collection.value = null;
  forgetActs();
  navigate({ room: 'library' });
});

/** A row tells of its article's statements and marks, and both can be searched for. */
const subjects = touchedBy('articles', 'statements', 'annotations', 'codes');
followChanges(
  (change) => subjects(change) || (change.subject === 'collections' && collection.peek() !== null),
  results.refresh,
);
