import { packDocument } from '../../../db/packed-document.ts';
import type { CommitRequest } from '../../../db/queries/commit.ts';
import type { DocumentCapture } from '../../../db/queries/take-in.ts';
import type { CaptureSource } from '../../contract/index.ts';
import { canonicalUrl } from '../../reading/identity/canonical-url.ts';
import { prepareRevision } from '../revisions/prepare-revision.ts';
import type { DocumentInRows, ParsedDocument } from './parse-messages.ts';

/**
 * What the database will hold of a parsed document, packed into bytes that only the writer unpacks, beside the few facts that
 * the main thread looks at on the way. A parser thread calls this, so that packing is nobody's waiting time.
 */
export function inRows(parsed: ParsedDocument): DocumentInRows {
  const { part, captured, capturedBy, partial, remark, marks, images, statements, metadata } = parsed;
  return {
    packed: packDocument({ revision: prepareRevision(parsed), statements }),
    part,
    captured,
    capturedBy,
    partial,
    remark,
    marks,
    images,
    url: canonicalUrl(metadata.url),
    modified: metadata.modified?.value ?? null,
  };
}

/** Joins a document to the file that it was read from: what the writer is asked to commit. */
export function prepareDocument(
  document: DocumentInRows,
  file: {
    readonly original: DocumentCapture['original'];
    readonly name: string;
    readonly format: string;
    /** When it was last changed, and when its container says that it was captured. */
    readonly modified: string | null;
    readonly captured: string | null;
    readonly source: { readonly from: Omit<CaptureSource, 'archive'>; readonly archive: number | null } | null;
  },
): CommitRequest {
  const capture = {
    original: file.original,
    part: document.part,
    name: file.name,
    format: file.format,
    url: document.url,
    captured: document.captured ?? file.captured,
    capturedBy: document.capturedBy ?? (file.captured === null ? null : ('container' as const)),
    fileDated: file.modified,
    source: file.source === null ? null : JSON.stringify(file.source.from),
    archive: file.source?.archive ?? null,
    modified: document.modified,
  };
  return { capture, packed: document.packed };
}
