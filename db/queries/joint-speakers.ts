import type { Person, SpeakerReference } from '../../main/contract/index.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { ensureOrganization, ensureSpeaker } from './speakers.ts';

/** As JSON, whoever speaks in a statement `s` together with the speaker of its row, in their order. */
export const jointSpeakersSql = `(SELECT json_group_array(json_object('id', k.uuid, 'name', k.name, 'role', j.role, 'organization', g.name) ORDER BY j.position)
    FROM joint_speakers j JOIN speakers k ON k.id = j.speaker LEFT JOIN organizations g ON g.id = j.organization
    WHERE j.statement = s.id)`;

/** Reads what {@link jointSpeakersSql} gives. */
export function jointSpeakersIn(json: string): readonly SpeakerReference[] {
  return json === '[]' ? [] : (JSON.parse(json) as SpeakerReference[]);
}

/** A condition on a statement `s`: one of its speakers is in the set that `people` selects. */
export function spokenBy(people: string): string {
  return `(s.speaker IN (${people}) OR s.id IN (SELECT j.statement FROM joint_speakers j WHERE j.speaker IN (${people})))`;
}

/** A condition on a statement `s`: one of its speakers spoke for an organization in the set that `organizations` selects. */
export function spokenFor(organizations: string): string {
  return `(s.organization IN (${organizations}) OR s.id IN (SELECT j.statement FROM joint_speakers j WHERE j.organization IN (${organizations})))`;
}

/** What a statement's row holds of its first speaker: speaker, role, organization. */
export function firstSpeaker(
  db: WritableDb,
  speakers: readonly Person[],
): [speaker: number | null, role: string | null, organization: number | null] {
  const [first] = speakers;
  return first === undefined ? [null, null, null] : columnsOf(db, first);
}

/** Writes whoever speaks besides the first, in place of those who were written before. */
export function writeJointSpeakers(db: WritableDb, statement: number, speakers: readonly Person[]): void {
  db.prepare('DELETE FROM joint_speakers WHERE statement = ?').run(statement);
  for (const [index, person] of speakers.slice(1).entries())
    db.prepare(
      'INSERT INTO joint_speakers (statement, position, speaker, role, organization) VALUES (?, ?, ?, ?, ?)',
    ).run(statement, index + 1, ...columnsOf(db, person));
}

function columnsOf(db: WritableDb, { name, role, organization }: Person): [number, string | null, number | null] {
  return [ensureSpeaker(db, name), role, organization === null ? null : ensureOrganization(db, organization)];
}

/** The speakers of the statements `s` of a query besides each one's first, for what would be handed over. */
export function jointNames(
  db: ReadableDb,
  statements: string,
  parameters: object,
): { rejected: number; speaker: string; organization: string | null; count: number }[] {
  return db
    .prepare<[object], { rejected: number; speaker: string; organization: string | null; count: number }>(
      `SELECT DISTINCT s.state = 'rejected' AS rejected, k.name AS speaker, g.name AS organization, 0 AS count
       FROM ${statements} JOIN joint_speakers j ON j.statement = s.id JOIN speakers k ON k.id = j.speaker
       LEFT JOIN organizations g ON g.id = j.organization`,
    )
    .all(parameters);
}
