import { type RevisionContents, textIfSound } from '../revision-contents.ts';
import type { ReadableDb, WritableDb } from '../types.ts';

/** Keeps what a revision says, beside its row. */
export function keepContents(db: WritableDb, revision: number, { words, removals }: RevisionContents): void {
  db.prepare('INSERT INTO revision_contents (revision, words, removals) VALUES (?, ?, ?)').run(
    revision,
    words,
    removals,
  );
}

/** The canonical text of a revision, by its rowid; null where there is none that can be read. */
export function textOfRevision(db: ReadableDb, revision: number): string | null {
  const words = db
    .prepare<[number], Uint8Array>('SELECT words FROM revision_contents WHERE revision = ?')
    .pluck()
    .get(revision);
  return words === undefined ? null : textIfSound(words);
}
