import type { ArticleId } from '../../../main/contract/ids.ts';
import type { Selection } from '../../../main/contract/selection.ts';
import { selectionTexts as texts } from '../texts/selection.ts';
import { collections } from './library.ts';
import { route } from './route.ts';
import { choice, collection, meantArticles, query } from './search.ts';

/** Articles that something is asked for, and what a person would call them. */
export interface MeantSelection {
  readonly selection: Selection;
  readonly what: string;
}

/** What is in view: the article in the reader, what is chosen, shown or looked for in the library; null for all. */
export function selectionInView(): MeantSelection | null {
  const place = route.value;
  if (place.room === 'reader') return oneArticle(place.article);
  if (place.room !== 'library') return null;
  return choice.value.chosen.size > 0 ? chosenArticles() : shownSelection();
}

export function oneArticle(article: ArticleId): MeantSelection {
  return { selection: { of: 'articles', articles: [article] }, what: texts.article };
}

/** Null where none is chosen. */
export function chosenArticles(): MeantSelection | null {
  const articles = meantArticles();
  return articles.length === 0
    ? null
    : { selection: { of: 'articles', articles }, what: texts.chosen(articles.length) };
}

/** The search or the collection that the library shows; null for all articles, or where it shows one inside the other. */
export function shownSelection(): MeantSelection | null {
  const within = collections.value.find(({ id }) => id === collection.value);
  const words = query.value.trim();
  if (within !== undefined && words === '')
    return { selection: { of: 'collection', collection: within.id }, what: texts.collection(within.name) };
  return within === undefined && words !== ''
    ? { selection: { of: 'search', query: words }, what: texts.search(words) }
    : null;
}
