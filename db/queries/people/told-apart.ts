import type { SpeakerId } from '../../../main/contract/index.ts';
import type { ReadableDb, WritableDb } from '../../types.ts';
import { recordEdit } from '../edits.ts';
import { speakerByUuid } from './speaker-row.ts';

/** Pairs that a person says are two people. */
export function pairsToldApart(db: ReadableDb): (readonly [one: SpeakerId, other: SpeakerId])[] {
  return db
    .prepare<[], [SpeakerId, SpeakerId]>(
      `SELECT p.uuid, q.uuid FROM people_told_apart t JOIN speakers p ON p.id = t.one JOIN speakers q ON q.id = t.other`,
    )
    .raw()
    .all();
}

/** Remembers that two names are two people, or forgets it. Throws `not-found`. */
export function setToldApart(
  db: WritableDb,
  pair: { readonly one: SpeakerId; readonly other: SpeakerId },
  isApart: boolean,
): void {
  const [one, other] = [speakerByUuid(db, pair.one), speakerByUuid(db, pair.other)];
  const rows = [Math.min(one.id, other.id), Math.max(one.id, other.id)];
  if (isApart) db.prepare('INSERT OR IGNORE INTO people_told_apart (one, other) VALUES (?, ?)').run(rows);
  else db.prepare('DELETE FROM people_told_apart WHERE one = ? AND other = ?').run(rows);
  recordEdit(
    db,
    'person',
    `person ${pair.one}`,
    isApart
      ? `“${one.name}” and “${other.name}” are two people.`
      : `“${one.name}” and “${other.name}” may be one person after all.`,
  );
}
