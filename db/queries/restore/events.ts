import type { EventRecord } from '../../../main/contract/index.ts';
import type { WritableDb } from '../../types.ts';

/** Adds lines of the package's log that are not here; they keep their time and their agent. */
export function restoreEvents(db: WritableDb, events: readonly EventRecord[]): void {
  const insert = db.prepare(
    'INSERT OR IGNORE INTO events (uuid, at, kind, agent, subject, outcome, detail) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const event of events)
    insert.run(event.id, event.at, event.kind, event.agent, event.subject, event.outcome, event.detail);
}
