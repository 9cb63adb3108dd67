import type { PreparedDocument } from '../../../db/queries/take-in.ts';
import type { CaptureSource } from '../../contract/index.ts';
import type { ParsedDocument } from '../../workers/parse-messages.ts';
import { canonicalUrl } from '../identity/canonical-url.ts';

/** A parsed document as rows: what is JSON in the library is made JSON here, off the writer's thread. */
export function prepareDocument(
  parsed: ParsedDocument,
  file: {
    readonly original: PreparedDocument['original'];
    readonly name: string;
    readonly format: string;
    readonly modified: string | null;
    readonly source: { readonly from: Omit<CaptureSource, 'archive'>; readonly archive: number | null } | null;
  },
): PreparedDocument {
  const { metadata } = parsed;
  return {
    original: file.original,
    part: parsed.part,
    name: file.name,
    format: file.format,
    extractor: parsed.extractor,
    url: canonicalUrl(metadata.url),
    captured: parsed.captured ?? file.modified,
    source: file.source === null ? null : JSON.stringify(file.source.from),
    archive: file.source?.archive ?? null,
    modified: metadata.modified?.value ?? null,
    title: metadata.title,
    byline: metadata.byline,
    publication: metadata.publication,
    published: metadata.published?.value ?? null,
    publishedKey: sortKey(metadata.published?.value ?? null),
    language: metadata.language,
    metadata: JSON.stringify(metadata),
    document: JSON.stringify(parsed.document),
    text: parsed.text,
    sha256: parsed.sha256,
    captions: parsed.captions,
    removals: JSON.stringify(parsed.removals),
    people: JSON.stringify(parsed.people),
    words: parsed.words,
    images: parsed.images.map(({ sha256, mediaType, bytes }) => ({ sha256, mediaType, bytes: bytes.byteLength })),
  };
}

/** A date's place among others: in UTC where its zone is known, else as written. */
export function sortKey(value: string | null): string | null {
  if (value === null || !/(Z|[+-]\d\d:\d\d)$/.test(value)) return value;
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? value : instant.toISOString();
}
