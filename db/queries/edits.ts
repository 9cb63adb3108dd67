import type { EventKind } from '../../main/contract/index.ts';
import type { WritableDb } from '../types.ts';
import { recordEvent } from './events.ts';

/** Writes a person's edit into the provenance log; `subject` is a kind and an id ("annotation 0193…"). */
export function recordEdit(db: WritableDb, kind: EventKind, subject: string, detail: string): void {
  recordEvent(db, { kind, agent: 'person', subject, outcome: 'success', detail });
}

/** Words for a line of the log: on one line, cut after eighty units. */
export function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= 80 ? `“${line}”` : `“${line.slice(0, 79).toWellFormed()}…”`;
}
