import * as v from 'valibot';
import type { ArticleView } from '../../main/contract/articles.ts';
import type { ReadingDocument } from '../../main/contract/document.ts';
import { VerbatimError } from '../../main/contract/errors.ts';
import { type ArticleId, RevisionId } from '../../main/contract/ids.ts';
import { currentDocumentPath, documentPath, revisionHeader } from '../../main/contract/revisions.ts';
import { canonicalOf } from '../shared/canonical.ts';
import { api } from './api.ts';

/** The words of a revision, which never change. */
interface Words {
  readonly document: ReadingDocument;
  readonly text: string;
}

/** Those asked for last: an article is looked at beside the list and then opened, and read again after every mark. */
const asked = new Map<RevisionId, Promise<Words>>();
const mostAsked = 2;

/** Which revision an article was last shown in, as far as its words are kept. */
const shown = new Map<ArticleId, RevisionId>();

/** One article as the reader shows it; without `revision`, its current one. Rejects with a `VerbatimError`. */
export async function readArticle(
  article: ArticleId,
  revision: RevisionId | undefined,
  stop: AbortSignal,
): Promise<ArticleView> {
  const before = shown.get(article);
  // Its words are the long part of it: where they aren't here they come meanwhile.
  if (revision === undefined && (before === undefined || !asked.has(before))) keepCurrent(article);
  const input = { article, ...(revision === undefined ? {} : { revision }) };
  const view = await api.call('articles.describe', input, { signal: stop });
  const words = await readWords(article, view.revision.id);
  return { ...view, revision: { ...view.revision, ...words } };
}

/** The words of articles' current revisions that are on their way, each with the revision it turns out to be. */
const coming = new Map<ArticleId, Promise<{ readonly revision: RevisionId; readonly words: Words } | null>>();

function keepCurrent(article: ArticleId): void {
  if (coming.has(article)) return;
  const current = fetchWords(currentDocumentPath(article)).catch(() => null);
  coming.set(article, current);
  void current.finally(() => coming.delete(article));
}

/** Not given up with whoever asked first: a double click asks for the preview, and for the reader right after. */
async function readWords(article: ArticleId, revision: RevisionId): Promise<Words> {
  const current = asked.has(revision) ? null : await coming.get(article);
  const words =
    asked.get(revision) ??
    (current?.revision === revision
      ? Promise.resolve(current.words)
      : fetchWords(documentPath(revision)).then((fetched) => fetched.words));
  keep(article, revision, words);
  return words;
}

function keep(article: ArticleId, revision: RevisionId, words: Promise<Words>): void {
  shown.set(article, revision);
  asked.delete(revision);
  asked.set(revision, words);
  for (const oldest of asked.keys()) if (asked.size > mostAsked) asked.delete(oldest);
  for (const [other, of] of shown) if (!asked.has(of)) shown.delete(other);
  words.catch(() => {
    if (asked.get(revision) === words) asked.delete(revision);
  });
}

async function fetchWords(path: string): Promise<{ readonly revision: RevisionId; readonly words: Words }> {
  const response = await fetch(path).catch(() => {
    throw new VerbatimError('connection-lost', 'Verbatim does not answer.');
  });
  if (response.status === 404)
    throw new VerbatimError('not-found', 'This article is not in the library, or it is in the bin.');
  if (!response.ok) throw new VerbatimError('internal', 'The words of this article could not be read.');
  const revision = v.parse(RevisionId, response.headers.get(revisionHeader));
  const document = (await response.json()) as ReadingDocument;
  return { revision, words: { document, text: canonicalOf(document).text } };
}
