import * as v from 'valibot';
import { ArticleId, RevisionId } from '../../main/contract/ids.ts';
import { Selection } from '../../main/contract/selection.ts';
import type { ComparedPlace, Route } from '../state/route.ts';

/** The part of the address behind `#` for a place, as `#/reader/<article>?at=120`. */
export function addressOf(route: Route): string {
  if (route.room === 'reader') {
    const query = new URLSearchParams();
    if (route.revision !== undefined) query.set('revision', route.revision);
    if (route.at !== undefined) query.set('at', String(route.at));
    for (const term of route.terms ?? []) query.append('term', term);
    const tail = query.toString();
    return `#/reader/${route.article}${tail === '' ? '' : `?${tail}`}`;
  }
  if (route.room === 'compare' && route.sides !== undefined)
    return `#/compare?${new URLSearchParams({ left: sideText(route.sides.left), right: sideText(route.sides.right) })}`;
  if (route.room === 'compare' && route.list !== undefined) return `#/compare?list=${route.list}`;
  if (route.room === 'export' && route.selection !== undefined)
    return `#/export?${new URLSearchParams({ selection: JSON.stringify(route.selection) })}`;
  return `#/${route.room}`;
}

/** The place that an address names, or null where it names none (an address can be typed by anybody). */
export function routeOf(hash: string): Route | null {
  const [path = '', tail = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const query = new URLSearchParams(tail);
  const [room, id] = path.split('/');
  if (room === 'library' || room === 'statements' || room === 'import' || room === 'awaited' || room === 'health')
    return { room };
  if (room === 'compare') return compareRoute(query);
  if (room === 'export') return exportRoute(query);
  if (room === 'reader') return readerRoute(id, query);
  return null;
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

function exportRoute(query: URLSearchParams): Route {
  try {
    const selection = v.safeParse(Selection, JSON.parse(query.get('selection') ?? 'null'));
    return selection.success ? { room: 'export', selection: selection.output } : { room: 'export' };
  } catch {
    return { room: 'export' };
  }
}

function readerRoute(id: string | undefined, query: URLSearchParams): Route | null {
  const article = v.safeParse(ArticleId, id);
  if (!article.success) return null;
  const revision = v.safeParse(RevisionId, query.get('revision'));
  const at = Number.parseInt(query.get('at') ?? '', 10);
  const terms = query.getAll('term');
  return {
    room: 'reader',
    article: article.output,
    ...(revision.success ? { revision: revision.output } : {}),
    ...(at >= 0 ? { at } : {}),
    ...(terms.length > 0 ? { terms } : {}),
  };
}
