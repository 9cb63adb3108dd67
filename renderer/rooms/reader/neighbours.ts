import type { ArticleId } from '../../../main/contract/ids.ts';
import { moveTo } from '../../shared/lib/choice.ts';
import { choice, openResult, query, results } from '../../shared/state/search.ts';
import { reader } from './texts.ts';

/** Rows that are looked at on either side. */
const around = 200;

/** Where the open article stands in the list of results it was opened from; null when it isn't in it. */
export function placeInResults(article: ArticleId): { readonly at: number; readonly total: number } | null {
  // As the list was when it was left: it isn't searched again with every mark that is made here.
  const total = results.kept.total.value;
  if (total === null) return null;
  const { at } = choice.value;
  // The list may have moved since, while an import runs: the article is looked for around where it was.
  for (let distance = 0; distance <= around; distance++)
    for (const index of [at + distance, at - distance])
      if (results.kept.row(index)?.article.id === article) return { at: index, total };
  return null;
}

/** Opens the next or previous article of the results. False at either end, or without a list. */
export function openNeighbour(article: ArticleId, step: 1 | -1): boolean {
  const place = placeInResults(article);
  if (place === null) return false;
  const next = place.at + step;
  results.ensure(Math.max(0, next - 2), Math.min(place.total, next + 3));
  const row = results.kept.row(next);
  if (row === undefined) return false;
  choice.value = moveTo(next, place.total);
  openResult(row);
  return true;
}

/** What the list is, for the bar: the search's words, or all articles. */
export function listName(): string {
  return query.value.trim() === '' ? reader.allArticles : `“${query.value.trim()}”`;
}
