import { join } from 'node:path';

export function logFolder(libraryPath: string): string {
  return join(libraryPath, 'logs');
}

/** The files of a library's log, the newest first. There are never more. */
export function logFiles(libraryPath: string): readonly [string, ...string[]] {
  const file = (name: string) => join(logFolder(libraryPath), name);
  return [file('log.jsonl'), file('log.1.jsonl'), file('log.2.jsonl'), file('log.3.jsonl')];
}
