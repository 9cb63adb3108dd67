import type { NamedSpeaker, SpeakerId, SpeakerKind } from '../../../main/contract/index.ts';
import { containing } from '../../fold.ts';
import type { ReadableDb } from '../../types.ts';
import { listPeople } from './list.ts';
import { speakerByUuid } from './speaker-row.ts';

/** Somebody with what names are compared by. */
export interface ComparedSpeaker extends NamedSpeaker {
  readonly kind: SpeakerKind;
}

/** Everybody whose name may be another's too; of one person, those whose names hold that one's last word. */
export function comparedSpeakers(db: ReadableDb, person: SpeakerId | null): ComparedSpeaker[] {
  const words =
    person === null
      ? null
      : (speakerByUuid(db, person)
          .name.split(/[\s,-]+/u)
          .findLast(isLong) ?? '');
  const { rows } = listPeople(db, { words, kind: null, sort: 'name' }, { offset: 0, limit: Number.MAX_SAFE_INTEGER });
  return rows.map(({ id, name, kind, statements, role, organization }) => ({
    id,
    name,
    kind,
    statements,
    role,
    organization,
  }));
}

function isLong(word: string): boolean {
  return containing(word).length > 4;
}
