import type { PoolEvent } from '../../../db/pool.ts';
import { assertNever, type LogEntry, toErrorData } from '../../contract/index.ts';

/** What happened to the database's threads, as the log has it. */
export function threadEntry(event: PoolEvent): LogEntry {
  switch (event.kind) {
    case 'slow-call':
      return { kind: event.kind, thread: event.mode, call: event.call, milliseconds: event.milliseconds };
    case 'thread-died':
    case 'close-overdue':
      return { kind: event.kind, thread: event.mode, call: event.call ?? '' };
    case 'log-broken':
      return { kind: event.kind, changes: event.changes };
    case 'thread-not-started':
      return { kind: event.kind, code: toErrorData(event.error).code };
    default:
      return assertNever(event);
  }
}
