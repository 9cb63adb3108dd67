import * as v from 'valibot';
import type { ArticleView } from '../../main/contract/articles.ts';
import type { ReadingDocument } from '../../main/contract/document.ts';
import { damagedWords, VerbatimError } from '../../main/contract/errors.ts';
import { type ArticleId, RevisionId } from '../../main/contract/ids.ts';
import { currentDocumentPath, documentPath, revisionHeader } from '../../main/contract/revisions.ts';
import { canonicalOf } from '../shared/article/canonical.ts';
import { api } from './api.ts';
import { readStoredDocument } from './stored-words.ts';

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
  const current = revision === undefined && (before === undefined || !asked.has(before)) ? currentWords(article) : null;
  const input = { article, ...(revision === undefined ? {} : { revision }) };
  const view = await api.call('articles.describe', input, { signal: stop });
  const words = await readWords(article, view.revision.id, current);
  return { ...view, revision: { ...view.revision, ...words } };
}

interface FetchedWords {
  readonly revision: RevisionId;
  readonly words: Words;
}

/** The words of articles' current revisions that are on their way, so that two who ask at once ask for them once. */
const coming = new Map<ArticleId, Promise<FetchedWords | null>>();

/** The words of an article's current revision, with which one that is; null where they can't be had this way. */
function currentWords(article: ArticleId): Promise<FetchedWords | null> {
  const current = coming.get(article) ?? fetchWords(currentDocumentPath(article)).catch(() => null);
  coming.set(article, current);
  void current.then(() => coming.delete(article));
  return current;
}

/** Not given up with whoever asked first: a double click asks for the preview, and for the reader right after. */
async function readWords(
  article: ArticleId,
  revision: RevisionId,
  current: Promise<FetchedWords | null> | null,
): Promise<Words> {
  const fetched = asked.has(revision) ? null : await current;
  const words =
    asked.get(revision) ??
    (fetched?.revision === revision
      ? Promise.resolve(fetched.words)
      : fetchWords(documentPath(revision)).then((found) => found.words));
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

async function fetchWords(path: string): Promise<FetchedWords> {
  const response = await fetch(path).catch(() => {
    throw new VerbatimError('connection-lost', 'Verbatim does not answer.');
  });
  if (response.status === 404)
    throw new VerbatimError('not-found', 'This article is not in the library, or it is in the bin.');
  if (!response.ok) throw new VerbatimError('internal', 'The words of this article could not be read.');
  const revision = v.parse(RevisionId, response.headers.get(revisionHeader));
  if (response.body === null) throw damagedWords();
  const document = await readStoredDocument(response.body);
  return { revision, words: { document, text: canonicalOf(document).text } };
}
