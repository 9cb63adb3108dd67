import type { SpeakerRecord } from '../../../main/contract/index.ts';
import { fold } from '../../fold.ts';
import type { WritableDb } from '../../types.ts';
import { recordEvent } from '../events.ts';
import { insertAlias, nameHolder } from '../people/names.ts';
import { ensureSpeakerKnownAs, speakerNamed } from '../speakers.ts';

/**
 * What a package tells of those who speak: other names, kind, notes, roles. A package's word is a claim, so it takes
 * nothing away: a name that somebody has here stays theirs, and what a person here wrote stays as it is.
 */
export function restorePeople(
  db: WritableDb,
  speakers: readonly SpeakerRecord[],
  by: { readonly agent: string; readonly package: string },
): void {
  let aliases = 0;
  for (const speaker of speakers) {
    const isNoted = speaker.notes !== undefined || speaker.roles !== undefined;
    const row = isNoted ? ensureSpeakerKnownAs(db, speaker) : speakerNamed(db, speaker.name);
    // Whoever spoke in an article that wasn't taken isn't here.
    if (row === undefined) continue;
    for (const name of speaker.aliases ?? []) {
      if (fold(name) === '' || nameHolder(db, fold(name)) !== undefined) continue;
      insertAlias(db, row, name);
      aliases += 1;
    }
    if (speaker.kind !== undefined)
      db.prepare('UPDATE speakers SET kind = ? WHERE id = ? AND kind IS NULL').run(speaker.kind, row);
    if (speaker.notes !== undefined)
      db.prepare(`UPDATE speakers SET notes = ? WHERE id = ? AND notes = ''`).run(speaker.notes, row);
    for (const { id, role, organization, since, until, article } of speaker.roles ?? [])
      db.prepare(
        `INSERT OR IGNORE INTO speaker_roles (uuid, speaker, role, organization, since, until, article)
         VALUES (?, ?, ?, ?, ?, ?, (SELECT id FROM articles WHERE uuid = ?))`,
      ).run(id, row, role, organization, since, until, article);
  }
  if (aliases > 0)
    recordEvent(db, {
      kind: 'person',
      agent: by.agent,
      subject: null,
      outcome: 'success',
      detail: `${aliases} other ${aliases === 1 ? 'name' : 'names'} of people taken from the package ${by.package}.`,
    });
}
