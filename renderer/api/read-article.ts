import type { ArticleView } from '../../main/contract/articles.ts';
import type { ReadingDocument } from '../../main/contract/document.ts';
import { VerbatimError } from '../../main/contract/errors.ts';
import type { ArticleId, RevisionId } from '../../main/contract/ids.ts';
import { documentPath } from '../../main/contract/revisions.ts';
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

/** One article as the reader shows it; without `revision`, its current one. Rejects with a `VerbatimError`. */
export async function readArticle(
  article: ArticleId,
  revision: RevisionId | undefined,
  stop: AbortSignal,
): Promise<ArticleView> {
  const input = { article, ...(revision === undefined ? {} : { revision }) };
  const view = await api.call('articles.describe', input, { signal: stop });
  const words = await readWords(view.revision.id);
  return { ...view, revision: { ...view.revision, ...words } };
}

/** Not given up with whoever asked first: a double click asks for the preview, and for the reader right after. */
function readWords(revision: RevisionId): Promise<Words> {
  const words = asked.get(revision) ?? fetchWords(revision);
  asked.delete(revision);
  asked.set(revision, words);
  for (const oldest of asked.keys()) if (asked.size > mostAsked) asked.delete(oldest);
  words.catch(() => {
    if (asked.get(revision) === words) asked.delete(revision);
  });
  return words;
}

async function fetchWords(revision: RevisionId): Promise<Words> {
  const response = await fetch(documentPath(revision)).catch(() => {
    throw new VerbatimError('connection-lost', 'Verbatim does not answer.');
  });
  if (response.status === 404)
    throw new VerbatimError('not-found', 'This article is not in the library, or it is in the bin.');
  if (!response.ok) throw new VerbatimError('internal', 'The words of this article could not be read.');
  const document = (await response.json()) as ReadingDocument;
  return { document, text: canonicalOf(document).text };
}
