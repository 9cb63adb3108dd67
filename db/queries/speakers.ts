import type { Organization, OrganizationId, Speaker, SpeakerId } from '../../main/contract/index.ts';
import { fold } from '../fold.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { uuidv7 } from '../uuid.ts';

/** Everybody whose words stand in a live article, most quoted first. */
export function listSpeakers(db: ReadableDb): Speaker[] {
  return db
    .prepare<[], { id: SpeakerId; name: string; statements: number }>(
      `SELECT p.uuid AS id, p.name, said.statements
       FROM (SELECT speaker, sum(statements) AS statements FROM (
         SELECT s.speaker, count(*) AS statements FROM statements s INDEXED BY statements_spoken
         WHERE s.binned IS NULL AND s.state <> 'rejected' AND s.speaker IS NOT NULL
           AND s.article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL) GROUP BY s.speaker
         UNION ALL SELECT j.speaker, count(*) FROM joint_speakers j JOIN statements s ON s.id = j.statement
         WHERE s.binned IS NULL AND s.state <> 'rejected'
           AND s.article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL) GROUP BY j.speaker) GROUP BY speaker) said
       JOIN speakers p ON p.id = said.speaker ORDER BY statements DESC, p.folded`,
    )
    .all();
}

/** The organizations that speakers of live statements spoke for, by name. */
export function listOrganizations(db: ReadableDb): Organization[] {
  return db
    .prepare<[], { id: OrganizationId; name: string }>(
      `SELECT o.uuid AS id, o.name FROM organizations o
       WHERE EXISTS (SELECT 1 FROM statements s JOIN articles a ON a.id = s.article
         WHERE s.organization = o.id AND s.binned IS NULL AND s.state <> 'rejected' AND a.binned IS NULL)
         OR EXISTS (SELECT 1 FROM joint_speakers j JOIN statements s ON s.id = j.statement JOIN articles a ON a.id = s.article
           WHERE j.organization = o.id AND s.binned IS NULL AND s.state <> 'rejected' AND a.binned IS NULL)
       ORDER BY o.folded`,
    )
    .all();
}

/** The rowid of a speaker by name, case and diacritics folded; a new one where there is none. */
export function ensureSpeaker(db: WritableDb, name: string): number {
  return ensureNamed(db, 'speakers', name);
}

/** The same for an organization. */
export function ensureOrganization(db: WritableDb, name: string): number {
  return ensureNamed(db, 'organizations', name);
}

function ensureNamed(db: WritableDb, table: 'speakers' | 'organizations', name: string): number {
  const folded = fold(name);
  const known = db.prepare<[string], number>(`SELECT id FROM ${table} WHERE folded = ?`).pluck().get(folded);
  if (known !== undefined) return known;
  const added = db.prepare(`INSERT INTO ${table} (uuid, name, folded) VALUES (?, ?, ?)`).run(uuidv7(), name, folded);
  return Number(added.lastInsertRowid);
}
