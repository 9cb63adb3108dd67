import type { AwaitedPageId } from '../../main/contract/index.ts';
import type { WritableDb } from '../types.ts';
import { endWaiting } from './awaited.ts';
import { addToTag } from './collections.ts';
import { type ImportedAnnotation, importAnnotation } from './foreign-annotations.ts';

/** What another program's export puts on an article, its places found. */
export interface MarksToPut {
  readonly article: string;
  readonly tags: readonly string[];
  readonly annotations: readonly ImportedAnnotation[];
  /** The page that was awaited and is this article; null where marks came together with it. */
  readonly page: AwaitedPageId | null;
}

/** Puts marks and tags on an article in one step; answers which of the annotations were not there before. */
export function putOnArticle(db: WritableDb, put: MarksToPut, agent: string): boolean[] {
  const taken = put.annotations.map((annotation) => importAnnotation(db, annotation, agent).outcome === 'taken');
  for (const tag of put.tags) addToTag(db, tag, put.article);
  if (put.page !== null) endWaiting(db, put.page);
  return taken;
}
