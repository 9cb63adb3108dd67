import * as v from 'valibot';
import { ArticleId, RevisionId, SpeakerId } from '../../../main/contract/ids.ts';
import { Selection } from '../../../main/contract/selection.ts';
import type { ComparedPlace, Route } from '../state/route.ts';

/**
 * The words that a person searched for, of a place that holds some. They stay out of the address, which a browser keeps
 * in its history, outside the library; the page holds them beside it.
 */
const SearchedWords = v.object({ terms: v.optional(v.array(v.string())), query: v.optional(v.string()) });
export type SearchedWords = v.InferOutput<typeof SearchedWords>;

export function searchedWords(route: Route): SearchedWords {
  if (route.room === 'reader' && route.terms !== undefined) return { terms: [...route.terms] };
  if (route.room === 'export' && route.selection?.of === 'search') return { query: route.selection.query };
  return {};
}

/** The part of the address behind `#` for a place, as `#/reader/<article>?at=120`; without {@link searchedWords}. */
export function addressOf(route: Route): string {
  if (route.room === 'reader') {
    const query = new URLSearchParams();
    if (route.revision !== undefined) query.set('revision', route.revision);
    if (route.at !== undefined) query.set('at', String(route.at));
    const tail = query.toString();
    return `#/reader/${route.article}${tail === '' ? '' : `?${tail}`}`;
  }
  if (route.room === 'people' && route.person !== undefined) return `#/people/${route.person}`;
  if (route.room === 'people' && route.list !== undefined) return `#/people?list=${route.list}`;
  if (route.room === 'compare' && route.sides !== undefined)
    return `#/compare?${new URLSearchParams({ left: sideText(route.sides.left), right: sideText(route.sides.right) })}`;
  if (route.room === 'compare' && route.list !== undefined) return `#/compare?list=${route.list}`;
  if (route.room === 'export' && route.selection !== undefined && route.selection.of !== 'search')
    return `#/export?${new URLSearchParams({ selection: JSON.stringify(route.selection) })}`;
  return `#/${route.room}`;
}

/**
 * The place that an address names, with what the page held beside it; null where it names none (an address can be typed
 * by anybody).
 */
export function routeOf(hash: string, beside: unknown = {}): Route | null {
  const [path = '', tail = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const query = new URLSearchParams(tail);
  const [room, id] = path.split('/');
  const held = v.safeParse(SearchedWords, beside);
  const words = held.success ? held.output : {};
  if (room === 'library' || room === 'statements' || room === 'import' || room === 'awaited' || room === 'health')
    return { room };
  if (room === 'people') return peopleRoute(id, query);
  if (room === 'compare') return compareRoute(query);
  if (room === 'export') return exportRoute(query, words);
  if (room === 'reader') return readerRoute(id, query, words);
  return null;
}

function peopleRoute(id: string | undefined, query: URLSearchParams): Route {
  const person = v.safeParse(SpeakerId, id);
  if (person.success) return { room: 'people', person: person.output };
  return query.get('list') === 'proposals' ? { room: 'people', list: 'proposals' } : { room: 'people' };
}

/** A side as `<article>` or `<article>.<revision>`. */
function sideText({ article, revision }: ComparedPlace): string {
  return revision === undefined ? article : `${article}.${revision}`;
}

function compareRoute(query: URLSearchParams): Route {
  const [left, right] = [sideOf(query.get('left')), sideOf(query.get('right'))];
  if (left !== null && right !== null) return { room: 'compare', sides: { left, right } };
  return query.get('list') === 'duplicates' ? { room: 'compare', list: 'duplicates' } : { room: 'compare' };
}

function sideOf(text: string | null): ComparedPlace | null {
  const [first, second] = (text ?? '').split('.');
  const article = v.safeParse(ArticleId, first);
  if (!article.success) return null;
  const revision = v.safeParse(RevisionId, second);
  return { article: article.output, ...(revision.success ? { revision: revision.output } : {}) };
}

function exportRoute(query: URLSearchParams, words: SearchedWords): Route {
  if (words.query !== undefined) return { room: 'export', selection: { of: 'search', query: words.query } };
  try {
    const selection = v.safeParse(Selection, JSON.parse(query.get('selection') ?? 'null'));
    return selection.success ? { room: 'export', selection: selection.output } : { room: 'export' };
  } catch {
    return { room: 'export' };
  }
}

function readerRoute(id: string | undefined, query: URLSearchParams, { terms = [] }: SearchedWords): Route | null {
  const article = v.safeParse(ArticleId, id);
  if (!article.success) return null;
  const revision = v.safeParse(RevisionId, query.get('revision'));
  const at = Number.parseInt(query.get('at') ?? '', 10);
  return {
    room: 'reader',
    article: article.output,
    ...(revision.success ? { revision: revision.output } : {}),
    ...(at >= 0 ? { at } : {}),
    ...(terms.length > 0 ? { terms } : {}),
  };
}
