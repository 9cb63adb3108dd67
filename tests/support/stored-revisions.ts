import type Database from 'better-sqlite3';
import { packContents, removalsIn, wordsIn } from '../../db/revision-contents.ts';

export interface StoredRevision {
  readonly uuid: string;
  readonly number: number;
  /** JSON. */
  readonly document: string;
  readonly text: string;
  /** JSON. */
  readonly removals: string;
  readonly sha256: string;
}

/** Changes what a library keeps of its revisions, behind its back: each that `change` answers something for. */
export function changeStored(
  db: Database.Database,
  change: (revision: StoredRevision) => Partial<StoredRevision> | null,
): void {
  const rows = db
    .prepare<[], { id: number; uuid: string; number: number; sha256: string; words: Buffer; packed: Buffer }>(
      `SELECT r.id, r.uuid, r.number, r.sha256, k.words, k.removals AS packed
       FROM revisions r JOIN revision_contents k ON k.revision = r.id ORDER BY r.id`,
    )
    .all();
  for (const { id, words, packed, ...rest } of rows) {
    const before = { ...rest, ...wordsIn(words), removals: removalsIn(packed) };
    const other = change(before);
    if (other === null) continue;
    const after = { ...before, ...other };
    const contents = packContents(after.document, after.text, after.removals);
    db.prepare('UPDATE revision_contents SET words = ?, removals = ? WHERE revision = ?').run(
      contents.words,
      contents.removals,
      id,
    );
    db.prepare('UPDATE revisions SET sha256 = ? WHERE id = ?').run(after.sha256, id);
  }
}
