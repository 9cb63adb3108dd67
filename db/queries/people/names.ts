import type { ArticleId, SpeakerId, SpeakerKind, SpeakerRoleId } from '../../../main/contract/index.ts';
import { VerbatimError } from '../../../main/contract/index.ts';
import { fold } from '../../fold.ts';
import type { ReadableDb, WritableDb } from '../../types.ts';
import { uuidv7 } from '../../uuid.ts';
import { recordEdit } from '../edits.ts';
import { type SpeakerNames, speakerByUuid } from './speaker-row.ts';

export interface SpeakerChanged {
  readonly id: SpeakerId;
  readonly name?: string | undefined;
  /** Null: as the name says. */
  readonly kind?: SpeakerKind | null | undefined;
  readonly notes?: string | undefined;
}

/**
 * Writes what a person says of somebody. Under a name that they had before they are still found, by what is suggested
 * later too. Throws `not-found`, and `conflict` for a name that is somebody else's.
 */
export function updateSpeaker(db: WritableDb, { id, name, kind, notes }: SpeakerChanged): void {
  const row = speakerByUuid(db, id);
  const changed: string[] = [];
  if (name !== undefined && name !== row.name) {
    rename(db, row, name);
    changed.push(`“${row.name}” is called “${name}” now`);
  }
  if (kind !== undefined) {
    db.prepare('UPDATE speakers SET kind = ? WHERE id = ?').run(kind, row.id);
    changed.push(`kind ${kind ?? 'as the name says'}`);
  }
  if (notes !== undefined) {
    db.prepare('UPDATE speakers SET notes = ? WHERE id = ?').run(notes, row.id);
    changed.push('notes');
  }
  recordEdit(db, 'person', `person ${id}`, `Changed: ${changed.join(', ') || 'nothing'}.`);
}

function rename(db: WritableDb, row: SpeakerNames, name: string): void {
  const folded = fold(name);
  const setName = db.prepare('UPDATE speakers SET name = ?, folded = ? WHERE id = ?');
  if (folded === fold(row.name)) {
    setName.run(name, folded, row.id);
    return;
  }
  const holder = nameHolder(db, folded);
  if (holder !== undefined && holder.alias_of !== row.id) throw taken(holder);
  if (holder?.wasMerged === 1)
    throw new VerbatimError(
      'conflict',
      `“${holder.name}” was a person of its own before the two were made one. Part them, then merge the other way round.`,
    );
  if (holder !== undefined) db.prepare('DELETE FROM speakers WHERE id = ?').run(holder.id);
  setName.run(name, folded, row.id);
  insertAlias(db, row.id, row.name);
}

/** Another name of somebody, by which they are found and what is suggested under it is theirs. Throws `conflict` for a name of somebody else. */
export function addAlias(db: WritableDb, { id, name }: { readonly id: SpeakerId; readonly name: string }): void {
  const row = speakerByUuid(db, id);
  const holder = nameHolder(db, fold(name));
  if (holder !== undefined) {
    if (holder.id === row.id || holder.alias_of === row.id)
      throw new VerbatimError('conflict', `“${holder.name}” is a name of this person already.`);
    if (holder.alias_of !== null || holder.isNeeded === 1) throw taken(holder);
    // A name that a correction left behind.
    db.prepare('DELETE FROM speakers WHERE id = ?').run(holder.id);
  }
  insertAlias(db, row.id, name);
  recordEdit(db, 'person', `person ${id}`, `“${name}” is another name of “${row.name}”.`);
}

/** Takes another name away. Throws `not-found`, and `conflict` for one that was a person of its own: that is parted. */
export function removeAlias(db: WritableDb, { id, name }: { readonly id: SpeakerId; readonly name: string }): void {
  const row = speakerByUuid(db, id);
  const holder = nameHolder(db, fold(name));
  if (holder === undefined || holder.alias_of !== row.id)
    throw new VerbatimError('not-found', `“${name}” is no other name of this person any more.`);
  if (holder.wasMerged === 1)
    throw new VerbatimError('conflict', `“${holder.name}” was a person of its own: take that back instead.`);
  db.prepare('DELETE FROM speakers WHERE id = ?').run(holder.id);
  recordEdit(db, 'person', `person ${id}`, `“${name}” is no other name of “${row.name}” any more.`);
}

/** Writes another name's row. */
export function insertAlias(db: WritableDb, speaker: number, name: string): void {
  db.prepare('INSERT INTO speakers (uuid, name, folded, alias_of) VALUES (?, ?, ?, ?)').run(
    uuidv7(),
    name,
    fold(name),
    speaker,
  );
}

interface NameHolder extends SpeakerNames {
  readonly alias_of: number | null;
  readonly wasMerged: number;
  /** 1 where words, notes, roles or other names are this one's. */
  readonly isNeeded: number;
}

/** Who has a name, or whose other name it is; undefined where nobody has it. */
export function nameHolder(db: ReadableDb, folded: string): NameHolder | undefined {
  return db
    .prepare<[string], NameHolder>(
      `SELECT p.id, p.uuid, p.name, p.alias_of,
         EXISTS (SELECT 1 FROM speaker_changes c WHERE c.source = p.id AND c.kind = 'merge') AS wasMerged,
         (p.notes <> '' OR EXISTS (SELECT 1 FROM statements s WHERE s.speaker = p.id)
           OR EXISTS (SELECT 1 FROM joint_speakers j WHERE j.speaker = p.id)
           OR EXISTS (SELECT 1 FROM speaker_roles r WHERE r.speaker = p.id)
           OR EXISTS (SELECT 1 FROM speaker_changes c WHERE c.source = p.id OR c.target = p.id)
           OR EXISTS (SELECT 1 FROM speakers k WHERE k.alias_of = p.id)) AS isNeeded
       FROM speakers p WHERE p.folded = ?`,
    )
    .get(folded);
}

function taken({ name }: NameHolder): VerbatimError {
  return new VerbatimError(
    'conflict',
    `“${name}” is somebody else’s name here. Where the two are one person, merge them; else write the name so that it tells them apart.`,
  );
}

export interface NewRole {
  readonly id: SpeakerId;
  readonly role: string | null;
  readonly organization: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly article: ArticleId | null;
}

/** Keeps a role that a person knows of, with the article that says so, where one does. Throws `not-found`. */
export function keepRole(db: WritableDb, { id, role, organization, since, until, article }: NewRole): SpeakerRoleId {
  const { id: row } = speakerByUuid(db, id);
  const said =
    article === null
      ? null
      : db.prepare<[string], number>('SELECT id FROM articles WHERE uuid = ? AND binned IS NULL').pluck().get(article);
  if (said === undefined)
    throw new VerbatimError('not-found', 'This article is not in the library, or it is in the bin.');
  const uuid = uuidv7();
  db.prepare(
    'INSERT INTO speaker_roles (uuid, speaker, role, organization, since, until, article) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(uuid, row, role, organization, since, until, said);
  recordEdit(db, 'person', `person ${id}`, 'A role was noted.');
  return uuid as SpeakerRoleId;
}

/** Takes a role away that a person kept; answers whose it was. Throws `not-found`. */
export function removeRole(db: WritableDb, role: SpeakerRoleId): SpeakerId {
  const id = db
    .prepare<[string], SpeakerId>(
      `SELECT coalesce(p.uuid, k.uuid) FROM speaker_roles r JOIN speakers k ON k.id = r.speaker
       LEFT JOIN speakers p ON p.id = k.alias_of WHERE r.uuid = ?`,
    )
    .pluck()
    .get(role);
  if (id === undefined) throw new VerbatimError('not-found', 'This role is not there any more.');
  db.prepare('DELETE FROM speaker_roles WHERE uuid = ?').run(role);
  recordEdit(db, 'person', `person ${id}`, 'A role was taken away.');
  return id;
}
