import {
  type ArticleRecord,
  type CaptureId,
  type CaptureRecord,
  factsOfPackage,
  type RevisionRecord,
} from '../../contract/index.ts';
import { canonicalUrl } from '../../reading/identity/canonical-url.ts';
import type { CoreContext } from '../context.ts';
import type { ComparedCopy, DatedCapture } from '../extract/parse-messages.ts';

/** What the originals of an article tell, besides its words, of what a package claims. */
export interface FoundInOriginals {
  /** Addresses that they give themselves, canonical. */
  readonly addresses: Set<string>;
  /** Which document of its original a capture is. */
  readonly parts: Map<CaptureId, string>;
  /** When they say that they were captured. */
  readonly dated: Map<CaptureId, DatedCapture>;
}

/** Keeps what the comparison of one sound revision has found. */
export function note(
  { addresses, parts, dated }: FoundInOriginals,
  revision: RevisionRecord,
  compared: ComparedCopy,
): void {
  const url = canonicalUrl(compared.metadata?.url ?? null);
  if (url !== null) addresses.add(url);
  if (compared.part !== null && !parts.has(revision.capture)) parts.set(revision.capture, compared.part);
  if (compared.dated !== null) dated.set(revision.capture, compared.dated);
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

/** The record with the documents of its originals named as our readers find them, and its captures dated by them, or by the package. */
export function withOwnCaptures(record: ArticleRecord, found: FoundInOriginals): ArticleRecord {
  return {
    ...record,
    captures: record.captures.map(({ capturedBy: _, ...capture }) => ({
      ...capture,
      part: found.parts.get(capture.id) ?? capture.part,
      ...teller(capture, found),
    })),
  };
}

function teller(
  { id, captured }: Pick<CaptureRecord, 'id' | 'captured'>,
  { dated }: FoundInOriginals,
): Pick<CaptureRecord, 'capturedBy'> {
  if (captured === null) return {};
  const own = dated.get(id);
  const isVouchedFor = own !== undefined && Date.parse(own.captured) === Date.parse(captured);
  return { capturedBy: isVouchedFor ? own.capturedBy : 'package' };
}

/** What of an article no original tells, in words for the log. */
export function toldAlone(article: ArticleRecord, { addresses, parts }: FoundInOriginals): string[] {
  const current = article.revisions.find(({ id }) => id === article.current);
  const facts = current === undefined ? [] : factsOfPackage(current.metadata, null).map(({ field }) => field);
  const captures = article.captures.flatMap(({ id, name, url, part, capturedBy }) => {
    const address = canonicalUrl(url);
    return [
      ...(address === null || addresses.has(address) ? [] : [`the address of the capture ${name}`]),
      ...(capturedBy === 'package' ? [`the date of the capture ${name}`] : []),
      ...(part === '' || parts.has(id) ? [] : [`the place of the capture ${name} in its original`]),
    ];
  });
  return [...facts, ...captures];
}
