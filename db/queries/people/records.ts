import type { ArticleId, SpeakerId, SpeakerKind, SpeakerRecord } from '../../../main/contract/index.ts';
import type { ReadableDb } from '../../types.ts';
import { spokenBy } from '../joint-speakers.ts';
import { live } from './live-statements.ts';
import { kindSql } from './speaker-row.ts';

type RoleRecord = NonNullable<SpeakerRecord['roles']>[number];

/** Everybody with what a person keeps of them, for a package. Notes of a name that was merged go with whose name it is. */
export function speakerRecords(db: ReadableDb): SpeakerRecord[] {
  const aliases = grouped(
    db
      .prepare<[], { speaker: number; name: string }>(
        'SELECT alias_of AS speaker, name FROM speakers WHERE alias_of IS NOT NULL ORDER BY id',
      )
      .all(),
    ({ name }) => name,
  );
  const notes = grouped(
    db
      .prepare<[], { speaker: number; notes: string }>(
        `SELECT coalesce(alias_of, id) AS speaker, notes FROM speakers WHERE notes <> '' ORDER BY alias_of IS NOT NULL, id`,
      )
      .all(),
    (row) => row.notes,
  );
  const roles = grouped(
    db
      .prepare<[], RoleRecord & { readonly speaker: number; readonly article: ArticleId | null }>(
        `SELECT coalesce(p.alias_of, p.id) AS speaker, r.uuid AS id, r.role, r.organization, r.since, r.until, a.uuid AS article
         FROM speaker_roles r JOIN speakers p ON p.id = r.speaker
         LEFT JOIN articles a ON a.id = r.article AND a.binned IS NULL ORDER BY r.id`,
      )
      .all(),
    ({ speaker: _speaker, ...role }) => role,
  );
  return db
    .prepare<[], { row: number; id: SpeakerId; name: string; kind: SpeakerKind | null }>(
      'SELECT id AS row, uuid AS id, name, kind FROM speakers WHERE alias_of IS NULL ORDER BY id',
    )
    .all()
    .map(({ row, id, name, kind }) => {
      const [others, noted, kept] = [aliases.get(row), notes.get(row), roles.get(row)];
      return {
        id,
        name,
        ...(kind === null ? {} : { kind }),
        ...(others === undefined ? {} : { aliases: others }),
        ...(noted === undefined ? {} : { notes: noted.join('\n\n') }),
        ...(kept === undefined ? {} : { roles: kept }),
      };
    });
}

/** What everybody is, as a person said or by the name. */
export function speakerKindsOfAll(db: ReadableDb): { readonly id: SpeakerId; readonly kind: SpeakerKind }[] {
  return db
    .prepare<[], { id: SpeakerId; kind: SpeakerKind }>(
      `SELECT p.uuid AS id, ${kindSql} AS kind FROM speakers p WHERE p.alias_of IS NULL`,
    )
    .all();
}

/** Somebody's name, and the articles in which their words stand; null where nobody has this id. */
export function spokenIn(
  db: ReadableDb,
  person: SpeakerId,
): { readonly name: string; readonly articles: readonly ArticleId[] } | null {
  const name = db
    .prepare<[string], string>('SELECT name FROM speakers WHERE uuid = ? AND alias_of IS NULL')
    .pluck()
    .get(person);
  if (name === undefined) return null;
  const articles = db
    .prepare<[{ person: string }], ArticleId>(
      `SELECT DISTINCT a.uuid FROM statements s JOIN articles a ON a.id = s.article
       WHERE ${spokenBy('SELECT id FROM speakers WHERE uuid = :person')} AND ${live} ORDER BY a.id`,
    )
    .pluck()
    .all({ person });
  return { name, articles };
}

function grouped<Row extends { readonly speaker: number }, Value>(
  rows: readonly Row[],
  part: (row: Row) => Value,
): ReadonlyMap<number, Value[]> {
  const groups = new Map<number, Value[]>();
  for (const row of rows) {
    const group = groups.get(row.speaker);
    if (group === undefined) groups.set(row.speaker, [part(row)]);
    else group.push(part(row));
  }
  return groups;
}
