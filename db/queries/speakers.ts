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

/**
 * Whom names mean that hold a part (see `containing`), which is the parameter of that name, or in its place: another
 * name of somebody means that one.
 */
export const namedLike = (parameter: string): string =>
  `SELECT coalesce(alias_of, id) FROM speakers WHERE folded LIKE ${parameter} ESCAPE '\\'`;

/** The rowid of whom a name means, case and diacritics folded, by any of their names; undefined where nobody has it. */
export function speakerNamed(db: ReadableDb, name: string): number | undefined {
  return db
    .prepare<[string], number>('SELECT coalesce(alias_of, id) FROM speakers WHERE folded = ?')
    .pluck()
    .get(fold(name));
}

/** The rowid of a speaker by name; a new one where there is none. */
export function ensureSpeaker(db: WritableDb, name: string): number {
  return speakerNamed(db, name) ?? insertSpeaker(db, { id: uuidv7(), name });
}

/** The same for somebody who is known elsewhere by an id. */
export function ensureSpeakerKnownAs(db: WritableDb, named: { readonly id: string; readonly name: string }): number {
  return speakerNamed(db, named.name) ?? insertSpeaker(db, { id: ownId(db, 'speakers', named.id), name: named.name });
}

function insertSpeaker(db: WritableDb, { id, name }: { readonly id: string; readonly name: string }): number {
  return Number(
    db.prepare('INSERT INTO speakers (uuid, name, folded) VALUES (?, ?, ?)').run(id, name, fold(name)).lastInsertRowid,
  );
}

/** The rowid of an organization by name, case and diacritics folded; a new one where there is none. */
export function ensureOrganization(db: WritableDb, name: string): number {
  return organizationNamed(db, name) ?? insertOrganization(db, { id: uuidv7(), name });
}

/** The same for one that is known elsewhere by an id. */
export function ensureOrganizationKnownAs(
  db: WritableDb,
  named: { readonly id: string; readonly name: string },
): number {
  return (
    organizationNamed(db, named.name) ??
    insertOrganization(db, { id: ownId(db, 'organizations', named.id), name: named.name })
  );
}

function organizationNamed(db: ReadableDb, name: string): number | undefined {
  return db.prepare<[string], number>('SELECT id FROM organizations WHERE folded = ?').pluck().get(fold(name));
}

function insertOrganization(db: WritableDb, { id, name }: { readonly id: string; readonly name: string }): number {
  return Number(
    db.prepare('INSERT INTO organizations (uuid, name, folded) VALUES (?, ?, ?)').run(id, name, fold(name))
      .lastInsertRowid,
  );
}

/**
 * An id from elsewhere is only a claim: where it is somebody else's here, another one. A wrong speaker is worse than a
 * second one.
 */
function ownId(db: ReadableDb, table: 'speakers' | 'organizations', id: string): string {
  const isTaken = db.prepare<[string], number>(`SELECT id FROM ${table} WHERE uuid = ?`).pluck().get(id) !== undefined;
  return isTaken ? uuidv7() : id;
}
