import type { ArticleFacts, PreparedRevision } from '../../../db/queries/revisions.ts';
import { packContents } from '../../../db/revision-contents.ts';
import type { ArticleMetadata, RemovalLogEntry } from '../../contract/index.ts';
import type { CapturedImage } from '../../formats/format.ts';
import type { ReadingCopy } from '../extract/reading-copy.ts';

/** A reading copy with where it comes from and what it left out. */
export interface MadeCopy extends ReadingCopy {
  readonly extractor: string;
  readonly metadata: ArticleMetadata;
  readonly removals: readonly RemovalLogEntry[];
  /** Images that the library may not have yet. */
  readonly images: readonly CapturedImage[];
}

/** A reading copy as rows: what is JSON or packed in the library is made so here, off the writer's thread. */
export function prepareRevision(copy: MadeCopy): PreparedRevision {
  return {
    ...articleFacts(copy.metadata),
    extractor: copy.extractor,
    metadata: JSON.stringify(copy.metadata),
    contents: packContents(JSON.stringify(copy.document), copy.text, JSON.stringify(copy.removals)),
    text: copy.text,
    sha256: copy.sha256,
    captions: copy.captions,
    people: JSON.stringify(copy.people),
    words: copy.words,
    sketch: copy.sketch,
    images: copy.images.map(({ sha256, mediaType, bytes }) => ({ sha256, mediaType, bytes: bytes.byteLength })),
  };
}

/** What lists and searches show of an article. */
export function articleFacts({ title, byline, publication, published, language }: ArticleMetadata): ArticleFacts {
  const date = published?.value ?? null;
  return { title, byline, publication, published: date, publishedKey: sortKey(date), language };
}

/** A date's place among others: in UTC where its zone is known, else as written. */
function sortKey(value: string | null): string | null {
  if (value === null || !/(Z|[+-]\d\d:\d\d)$/.test(value)) return value;
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? value : instant.toISOString();
}
