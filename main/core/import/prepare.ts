import type { PreparedDocument } from '../../../db/queries/take-in.ts';
import type { CaptureSource } from '../../contract/index.ts';
import type { ParsedDocument } from '../../workers/parse-messages.ts';
import { canonicalUrl } from '../identity/canonical-url.ts';
import { prepareRevision } from '../revisions/prepare-revision.ts';

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
  return {
    ...prepareRevision(parsed),
    original: file.original,
    part: parsed.part,
    name: file.name,
    format: file.format,
    url: canonicalUrl(parsed.metadata.url),
    captured: parsed.captured ?? file.modified,
    source: file.source === null ? null : JSON.stringify(file.source.from),
    archive: file.source?.archive ?? null,
    modified: parsed.metadata.modified?.value ?? null,
  };
}
