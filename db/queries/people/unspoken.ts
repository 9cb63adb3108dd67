import type { WritableDb } from '../../types.ts';

/** Somebody `p` with no word in the library, of whom nobody noted anything either. */
const isUnspoken = `p.alias_of IS NULL AND p.notes = ''
  AND NOT EXISTS (SELECT 1 FROM statements s WHERE s.speaker = p.id)
  AND NOT EXISTS (SELECT 1 FROM joint_speakers j WHERE j.speaker = p.id)
  AND NOT EXISTS (SELECT 1 FROM speaker_roles r WHERE r.speaker = p.id)
  AND NOT EXISTS (SELECT 1 FROM speakers k WHERE k.alias_of = p.id AND k.notes <> '')`;

/** Removes those who don't speak any more, with their other names. */
export function removeUnspoken(db: WritableDb): void {
  const rows = JSON.stringify(db.prepare<[], number>(`SELECT p.id FROM speakers p WHERE ${isUnspoken}`).pluck().all());
  db.prepare('DELETE FROM speakers WHERE alias_of IN (SELECT value FROM json_each(?))').run(rows);
  db.prepare('DELETE FROM speakers WHERE id IN (SELECT value FROM json_each(?))').run(rows);
}
