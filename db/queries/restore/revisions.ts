import type { ArticleRecord, RevisionId } from '../../../main/contract/index.ts';
import { packContents } from '../../revision-contents.ts';
import type { WritableDb } from '../../types.ts';
import { sourceRow } from '../archives.ts';
import { ensureOriginal } from '../originals.ts';
import { keepContents } from '../revision-contents.ts';

/** Internal rowids of the article's revisions. */
export type RevisionRows = ReadonlyMap<RevisionId, number>;

/** The rowid of a revision. Throws where the record names one that it doesn't hold. */
export function rowOf(revisions: RevisionRows, id: RevisionId): number {
  const row = revisions.get(id);
  if (row === undefined) throw new Error(`the record names a revision ${id} that it does not hold`);
  return row;
}

/** Adds an article's captures and revisions. */
export function restoreRevisions(db: WritableDb, article: number, record: ArticleRecord): RevisionRows {
  const captures = new Map<string, number>();
  const addCapture = db.prepare(
    'INSERT INTO captures (uuid, article, original, part, name, format, url, captured, captured_by, file_dated, imported, source, archive) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const capture of record.captures) {
    const original = ensureOriginal(db, {
      sha256: capture.original,
      bytes: capture.bytes,
      mediaType: capture.mediaType,
    });
    const source = sourceRow(db, capture.source);
    const added = addCapture.run(
      capture.id,
      article,
      original,
      capture.part,
      capture.name,
      capture.format,
      capture.url,
      capture.captured,
      capture.capturedBy ?? null,
      capture.fileDated ?? null,
      capture.imported,
      source.source,
      source.archive,
    );
    captures.set(capture.id, Number(added.lastInsertRowid));
  }
  const revisions = new Map<RevisionId, number>();
  const addRevision = db.prepare(
    `INSERT INTO revisions (uuid, article, capture, number, extractor, metadata, captions, people, sha256, words, on_pages, created, settled)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  );
  const link = db.prepare('INSERT OR IGNORE INTO revision_images (revision, original) VALUES (?, ?)');
  for (const revision of record.revisions) {
    const contents = packContents(JSON.stringify(revision.document), revision.text, JSON.stringify(revision.removals));
    const added = addRevision.run(
      revision.id,
      article,
      captures.get(revision.capture),
      revision.number,
      revision.extractor,
      JSON.stringify(revision.metadata),
      revision.captions,
      JSON.stringify(revision.people),
      revision.sha256,
      revision.words,
      contents.onPages ? 1 : 0,
      revision.created,
    );
    const row = Number(added.lastInsertRowid);
    keepContents(db, row, contents);
    revisions.set(revision.id, row);
    for (const image of revision.images) link.run(row, ensureOriginal(db, image));
  }
  return revisions;
}
