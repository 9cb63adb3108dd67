import { type ArticleRecord, type CaptureId, factsOfPackage, type RevisionRecord } from '../../contract/index.ts';
import { canonicalUrl } from '../../reading/identity/canonical-url.ts';
import type { CoreContext } from '../context.ts';
import type { ComparedCopy } from '../extract/parse-messages.ts';

/** What the originals of an article tell, besides its words, of what a package claims. */
export interface FoundInOriginals {
  /** Addresses that they give themselves, canonical. */
  readonly addresses: Set<string>;
  /** Which document of its original a capture is. */
  readonly parts: Map<CaptureId, string>;
}

/** Keeps what the comparison of one sound revision has found. */
export function note({ addresses, parts }: FoundInOriginals, revision: RevisionRecord, compared: ComparedCopy): void {
  const url = canonicalUrl(compared.metadata?.url ?? null);
  if (url !== null) addresses.add(url);
  if (compared.part !== null && !parts.has(revision.capture)) parts.set(revision.capture, compared.part);
}

/** Those whom a record says to be introduced that are, as what its words say: the words were compared, the record is a claim. */
export async function peopleIn(
  { texts }: Pick<CoreContext, 'texts'>,
  { document, metadata, people: claimed }: RevisionRecord,
  compared: ComparedCopy,
): Promise<RevisionRecord['people']> {
  if (claimed.length === 0) return [];
  const isSame = compared.outcome === 'same' && compared.people !== null;
  const people = isSame ? compared.people : (await texts.work('suggestStatements', { document, metadata })).people;
  const names = new Set(claimed.map(({ name }) => name));
  return people.filter(({ name }) => names.has(name)).map((person) => ({ ...person }));
}

/** The record with the documents of its originals named as our readers find them. */
export function withOwnParts(record: ArticleRecord, { parts }: FoundInOriginals): ArticleRecord {
  return {
    ...record,
    captures: record.captures.map((capture) => ({ ...capture, part: parts.get(capture.id) ?? capture.part })),
  };
}

/** What of an article no original tells, in words for the log. */
export function toldAlone(article: ArticleRecord, { addresses, parts }: FoundInOriginals): string[] {
  const current = article.revisions.find(({ id }) => id === article.current);
  const facts = current === undefined ? [] : factsOfPackage(current.metadata).map(({ field }) => field);
  const captures = article.captures.flatMap(({ id, name, url, part }) => {
    const address = canonicalUrl(url);
    return [
      ...(address === null || addresses.has(address) ? [] : [`the address of the capture ${name}`]),
      ...(part === '' || parts.has(id) ? [] : [`the place of the capture ${name} in its original`]),
    ];
  });
  return [...facts, ...captures];
}
