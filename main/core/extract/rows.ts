import { packDocument } from '../../../db/packed-document.ts';
import type { CommitRequest } from '../../../db/queries/commit.ts';
import type { DocumentCapture } from '../../../db/queries/take-in.ts';
import type { CaptureSource } from '../../contract/index.ts';
import { canonicalUrl } from '../../reading/identity/canonical-url.ts';
import { prepareRevision } from '../revisions/prepare-revision.ts';
import type { DocumentInRows, ParsedDocument } from './parse-messages.ts';

/** A parsed document as rows. Runs in a parser thread. */
export function inRows(parsed: ParsedDocument): DocumentInRows {
  const { part, captured, partial, remark, marks, images, statements, metadata } = parsed;
  return {
    packed: packDocument({ revision: prepareRevision(parsed), statements }),
    part,
    captured,
    partial,
    remark,
    marks,
    images,
    url: canonicalUrl(metadata.url),
    modified: metadata.modified?.value ?? null,
  };
}

/** A document with the file that it was read from, as the writer takes it. */
export function prepareDocument(
  document: DocumentInRows,
  file: {
    readonly original: DocumentCapture['original'];
    readonly name: string;
    readonly format: string;
    readonly modified: string | null;
    readonly source: { readonly from: Omit<CaptureSource, 'archive'>; readonly archive: number | null } | null;
  },
): CommitRequest {
  const capture = {
    original: file.original,
    part: document.part,
    name: file.name,
    format: file.format,
    url: document.url,
    captured: document.captured ?? file.modified,
    source: file.source === null ? null : JSON.stringify(file.source.from),
    archive: file.source?.archive ?? null,
    modified: document.modified,
  };
  return { capture, packed: document.packed };
}
