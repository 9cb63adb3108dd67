import type { EventId, EventKind, ProvenanceEvent } from '../../main/contract/index.ts';
import { countedOnce } from '../counted-once.ts';
import { now } from '../instant.ts';
import { entranceNear, placesApart } from '../remembered-places.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { uuidv7 } from '../uuid.ts';

export interface NewEvent {
  readonly kind: EventKind;
  readonly agent: string;
  /** Kind and id of what it was done to ("article 0193…"). */
  readonly subject: string | null;
  readonly outcome: ProvenanceEvent['outcome'];
  readonly detail: string;
}

/** Adds a line to the provenance log. Lines are never changed or removed. */
export function recordEvent(db: WritableDb, event: NewEvent): void {
  db.prepare('INSERT INTO events (uuid, at, kind, agent, subject, outcome, detail) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    uuidv7(),
    now(),
    event.kind,
    event.agent,
    event.subject,
    event.outcome,
    event.detail,
  );
}

/** The log, newest first. */
export function listEvents(
  db: ReadableDb,
  page: { readonly offset: number; readonly limit: number },
): { rows: ProvenanceEvent[]; total: number } {
  return db.transaction(() => {
    const behind = db
      .prepare<[number, number], number>(
        'SELECT id FROM events INDEXED BY events_order WHERE id < ? ORDER BY id DESC LIMIT 1 OFFSET ?',
      )
      .pluck();
    const { after, rest } = entranceNear<number>(
      db,
      'the log',
      page.offset,
      (from) => behind.get(from ?? Number.MAX_SAFE_INTEGER, placesApart - 1) ?? null,
    );
    const first = behind.get(after ?? Number.MAX_SAFE_INTEGER, rest) ?? 0;
    const rows = db
      .prepare<[number, number], Omit<ProvenanceEvent, 'id'> & { id: string }>(
        'SELECT uuid AS id, at, kind, agent, subject, outcome, detail FROM events WHERE id <= ? ORDER BY id DESC LIMIT ?',
      )
      .all(first, page.limit)
      .map((row) => ({ ...row, id: row.id as EventId }));
    const total = countedOnce(
      db,
      'lines of the log',
      () => db.prepare<[], number>('SELECT count(*) FROM events').pluck().get() ?? 0,
    );
    return { rows, total };
  })();
}
