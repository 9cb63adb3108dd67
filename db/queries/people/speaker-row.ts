import { VerbatimError } from '../../../main/contract/index.ts';
import type { ReadableDb } from '../../types.ts';

export interface SpeakerNames {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
}

/** Whether `p` is a person or an organization: as a person said, else by its name. */
export const kindSql = `coalesce(p.kind, iif(EXISTS (SELECT 1 FROM organizations o WHERE o.folded = p.folded), 'organization', 'person'))`;

/** Somebody by id, who isn't only another name of somebody. Throws `not-found`. */
export function speakerByUuid(db: ReadableDb, uuid: string): SpeakerNames {
  const row = db
    .prepare<[string], SpeakerNames>('SELECT id, uuid, name FROM speakers WHERE uuid = ? AND alias_of IS NULL')
    .get(uuid);
  if (row === undefined)
    throw new VerbatimError(
      'not-found',
      'This person is not there any more, or is another name of somebody else by now.',
    );
  return row;
}
