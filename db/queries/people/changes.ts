import type { SpeakerChangeId, SpeakerId, SpeakerMoved, StatementId } from '../../../main/contract/index.ts';
import { VerbatimError } from '../../../main/contract/index.ts';
import { now } from '../../instant.ts';
import type { ReadableDb, WritableDb } from '../../types.ts';
import { uuidv7 } from '../../uuid.ts';
import { recordEdit } from '../edits.ts';
import { ensureSpeaker, speakerNamed } from '../speakers.ts';
import { type SpeakerNames, speakerByUuid } from './speaker-row.ts';

/** A condition on a statement `s`: a person gave it to whoever is named in it. So it is theirs, though it waits for a decision. */
export const wasGiven = `EXISTS (SELECT 1 FROM speaker_moves g JOIN speaker_changes c ON c.id = g.change
  WHERE g.statement = s.id AND c.kind = 'move')`;

/** Which of somebody's statements are given to somebody else. */
export type MovedStatements = 'all' | 'suggested' | readonly StatementId[];

/**
 * Makes two people one: all words of `from` are `into`'s from now on, and the name of `from` is another name of that
 * person, so that what is suggested under it later is theirs too. Throws `not-found`, and `conflict` where both speak in
 * one statement.
 */
export function mergeSpeakers(
  db: WritableDb,
  { from, into }: { readonly from: SpeakerId; readonly into: SpeakerId },
): SpeakerMoved {
  const [source, target] = [speakerByUuid(db, from), speakerByUuid(db, into)];
  if (source.id === target.id) throw new VerbatimError('conflict', 'These two are one person already.');
  const aliases = db.prepare<[number], number>('SELECT id FROM speakers WHERE alias_of = ?').pluck().all(source.id);
  const moved = giveWords(db, { kind: 'merge', source, target, isNew: false, aliases, which: 'all' });
  db.prepare('UPDATE speakers SET alias_of = ? WHERE id = ? OR alias_of = ?').run(target.id, source.id, source.id);
  recordEdit(
    db,
    'person',
    `person ${into}`,
    `“${source.name}” is another name of “${target.name}” now, whose ${moved.statements} statements are theirs.`,
  );
  return moved;
}

/**
 * Gives statements of `from` to somebody else: one who is there, or one by name, who is made where nobody has the name.
 * Throws `not-found` where there is nothing to give, and `conflict` where both speak in one statement.
 */
export function moveStatements(
  db: WritableDb,
  {
    from,
    to,
    which,
  }: {
    readonly from: SpeakerId;
    readonly to: { readonly id: SpeakerId } | { readonly name: string };
    readonly which: MovedStatements;
  },
): SpeakerMoved {
  const source = speakerByUuid(db, from);
  const isNew = 'name' in to && speakerNamed(db, to.name) === undefined;
  const target = 'id' in to ? speakerByUuid(db, to.id) : speakerByRow(db, ensureSpeaker(db, to.name));
  if (source.id === target.id)
    throw new VerbatimError('conflict', `“${'name' in to ? to.name : target.name}” is a name of this person already.`);
  const moved = giveWords(db, { kind: 'move', source, target, isNew, aliases: [], which });
  if (moved.statements === 0)
    throw new VerbatimError('not-found', `No such statement of “${source.name}” is there any more.`);
  recordEdit(
    db,
    'person',
    `person ${moved.to}`,
    `${moved.statements} ${which === 'suggested' ? 'suggested ' : ''}statements of “${source.name}” are those of “${target.name}” now.`,
  );
  return moved;
}

/**
 * Takes back what was given to somebody else. What a person gave on since stays where that put it. Throws `not-found`
 * where it was taken back before.
 */
export function undoSpeakerChange(db: WritableDb, change: SpeakerChangeId): { readonly people: readonly SpeakerId[] } {
  const row = db
    .prepare<
      [string],
      { id: number; kind: 'merge' | 'move'; source: number; target: number; made_target: number; aliases: string }
    >('SELECT id, kind, source, target, made_target, aliases FROM speaker_changes WHERE uuid = ?')
    .get(change);
  if (row === undefined) throw new VerbatimError('not-found', 'This was taken back already.');
  // Whoever was merged further on since is met under the name of the other.
  const holder = current(db, row.target);
  const source = row.kind === 'merge' ? row.source : current(db, row.source);
  if (row.kind === 'merge') {
    db.prepare('UPDATE speakers SET alias_of = NULL WHERE id = ?').run(row.source);
    db.prepare('UPDATE speakers SET alias_of = ? WHERE alias_of = ? AND id IN (SELECT value FROM json_each(?))').run(
      row.source,
      holder,
      row.aliases,
    );
  }
  // Both may be one by now; then there is nothing to give back.
  if (source !== holder) {
    db.prepare(
      `UPDATE statements SET speaker = ? WHERE speaker = ?
         AND id IN (SELECT statement FROM speaker_moves WHERE change = ? AND position = 0)`,
    ).run(source, holder, row.id);
    db.prepare(
      `UPDATE joint_speakers SET speaker = ? WHERE speaker = ?
         AND (statement, position) IN (SELECT statement, position FROM speaker_moves WHERE change = ? AND position > 0)`,
    ).run(source, holder, row.id);
  }
  const [taken, given] = [speakerByRow(db, source), speakerByRow(db, holder)];
  db.prepare('DELETE FROM speaker_changes WHERE id = ?').run(row.id);
  recordEdit(
    db,
    'person',
    `person ${taken.uuid}`,
    `Taken back: what was given to “${given.name}” is that of “${taken.name}” again.`,
  );
  if (row.made_target === 1) removeIfEmpty(db, row.target);
  return { people: [taken.uuid, given.uuid] as SpeakerId[] };
}

interface Giving {
  readonly kind: 'merge' | 'move';
  readonly source: SpeakerNames;
  readonly target: SpeakerNames;
  readonly isNew: boolean;
  readonly aliases: readonly number[];
  readonly which: MovedStatements;
}

function giveWords(db: WritableDb, { kind, source, target, isNew, aliases, which }: Giving): SpeakerMoved {
  const uuid = uuidv7();
  const change = Number(
    db
      .prepare(
        'INSERT INTO speaker_changes (uuid, at, kind, source, target, made_target, aliases) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(uuid, now(), kind, source.id, target.id, isNew ? 1 : 0, JSON.stringify(aliases)).lastInsertRowid,
  );
  const chosen =
    which === 'all'
      ? ''
      : which === 'suggested'
        ? `AND s.state = 'suggested'`
        : 'AND s.uuid IN (SELECT value FROM json_each(:ids))';
  const ids = typeof which === 'string' ? {} : { ids: JSON.stringify(which) };
  db.prepare(
    `INSERT INTO speaker_moves (change, statement, position)
     SELECT :change, s.id, 0 FROM statements s WHERE s.speaker = :source ${chosen}
     UNION ALL SELECT :change, s.id, j.position FROM joint_speakers j JOIN statements s ON s.id = j.statement
       WHERE j.speaker = :source ${chosen}`,
  ).run({ change, source: source.id, ...ids });
  refuseDialogues(db, change, target, source);
  const first = db
    .prepare(
      `UPDATE statements SET speaker = ? WHERE id IN (SELECT statement FROM speaker_moves WHERE change = ? AND position = 0)`,
    )
    .run(target.id, change);
  const others = db
    .prepare(
      `UPDATE joint_speakers SET speaker = ?
       WHERE (statement, position) IN (SELECT statement, position FROM speaker_moves WHERE change = ? AND position > 0)`,
    )
    .run(target.id, change);
  return {
    change: uuid as SpeakerChangeId,
    to: target.uuid as SpeakerId,
    statements: first.changes + others.changes,
  };
}

/** Two who speak together in one statement are two people: nobody is named in it twice. */
function refuseDialogues(db: ReadableDb, change: number, target: SpeakerNames, source: SpeakerNames): void {
  const both = db
    .prepare<[{ change: number; target: number }], number>(
      `SELECT count(DISTINCT m.statement) FROM speaker_moves m WHERE m.change = :change
         AND (EXISTS (SELECT 1 FROM statements s WHERE s.id = m.statement AND s.speaker = :target)
           OR EXISTS (SELECT 1 FROM joint_speakers j WHERE j.statement = m.statement AND j.speaker = :target))`,
    )
    .pluck()
    .get({ change, target: target.id });
  if ((both ?? 0) > 0)
    throw new VerbatimError(
      'conflict',
      `“${source.name}” and “${target.name}” speak together in ${both === 1 ? 'a statement' : `${both} statements`}. Nothing was changed. Where that is wrong, correct ${both === 1 ? 'its' : 'their'} speakers first.`,
    );
}

/** Whom a row stands for now. */
function current(db: ReadableDb, row: number): number {
  return (
    db.prepare<[number], number>('SELECT coalesce(alias_of, id) FROM speakers WHERE id = ?').pluck().get(row) ?? row
  );
}

function speakerByRow(db: ReadableDb, row: number): SpeakerNames {
  const found = db.prepare<[number], SpeakerNames>('SELECT id, uuid, name FROM speakers WHERE id = ?').get(row);
  if (found === undefined) throw new Error('a row that is referred to is gone');
  return found;
}

/** Who was made to be given words, and has none and nothing else any more, goes again. */
function removeIfEmpty(db: WritableDb, row: number): void {
  db.prepare(
    `DELETE FROM speakers WHERE id = :row AND notes = '' AND kind IS NULL AND alias_of IS NULL
       AND NOT EXISTS (SELECT 1 FROM statements WHERE speaker = :row)
       AND NOT EXISTS (SELECT 1 FROM joint_speakers WHERE speaker = :row)
       AND NOT EXISTS (SELECT 1 FROM speaker_roles WHERE speaker = :row)
       AND NOT EXISTS (SELECT 1 FROM speaker_changes WHERE source = :row OR target = :row)
       AND NOT EXISTS (SELECT 1 FROM speakers k WHERE k.alias_of = :row)`,
  ).run({ row });
}
