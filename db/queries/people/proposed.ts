import type { NamedSpeaker, SpeakerId, SpeakerKind } from '../../../main/contract/index.ts';
import { fold } from '../../fold.ts';
import type { ReadableDb } from '../../types.ts';
import { everybody } from './list.ts';
import { speakerByUuid } from './speaker-row.ts';

/** Somebody with what names are compared by. */
export interface ComparedSpeaker extends NamedSpeaker {
  readonly kind: SpeakerKind;
}

/** Everybody whose name may be another's too; of one person, those whose names hold that one's last word. */
export function comparedSpeakers(db: ReadableDb, person: SpeakerId | null): ComparedSpeaker[] {
  return db.transaction(() => {
    const family =
      person === null
        ? ''
        : fold(
            speakerByUuid(db, person)
              .name.split(/[\s,-]+/u)
              .findLast(isLong) ?? '',
          );
    const meant = everybody(db).filter(({ folded }) => folded.includes(family));
    const roles = newestRoles(db, meant.length > most ? null : meant.map(({ row }) => row));
    return meant.map(({ row, id, name, kind, statements }) => ({
      id,
      name,
      kind,
      statements,
      role: roles.get(row)?.role ?? null,
      organization: roles.get(row)?.organization ?? null,
    }));
  })();
}

/** Of more, everybody's roles are read in one pass. */
const most = 2000;

function isLong(word: string): boolean {
  return word.length > 2;
}

interface NewestRole {
  readonly role: string | null;
  readonly organization: string | null;
}

/** As what the newest statement of each calls them that tells it; of a group with one max() SQLite takes the other columns from there. */
function newestRoles(db: ReadableDb, rows: readonly number[] | null): ReadonlyMap<number, NewestRole> {
  const whose = rows === null ? '' : 'AND s.speaker IN (SELECT value FROM json_each(:rows))';
  return new Map(
    db
      .prepare<[{ rows: string }], NewestRole & { readonly speaker: number }>(
        `SELECT t.speaker, t.role, o.name AS organization FROM (
           SELECT s.speaker, s.role, s.organization, max(s.dated) FROM statements s INDEXED BY statements_spoken
           WHERE s.speaker IS NOT NULL AND s.binned IS NULL AND s.state <> 'rejected' ${whose}
             AND (s.role IS NOT NULL OR s.organization IS NOT NULL) GROUP BY s.speaker) t
         LEFT JOIN organizations o ON o.id = t.organization`,
      )
      .all({ rows: JSON.stringify(rows ?? []) })
      .map(({ speaker, ...role }) => [speaker, role]),
  );
}
