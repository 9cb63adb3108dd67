import { fileURLToPath } from 'node:url';
import type { LogEntry } from '../../contract/index.ts';
import { VerbatimError } from '../../contract/index.ts';

/** The folder that this program's files lie under, as a stack trace names it. */
const root = new URL('../../..', import.meta.url);
const deepest = 12;

/** Whether nobody threw this on purpose. */
export function isDefect(thrown: unknown): boolean {
  if (thrown instanceof VerbatimError) return thrown.code === 'internal';
  return !(thrown instanceof DOMException && thrown.name === 'AbortError');
}

/**
 * A defect as the log may hold it. Its message is left out: it may name a file or hold words. What is left is its
 * kind, its code, and the places in this program that it came through.
 */
export function defectEntry(call: string, thrown: unknown): LogEntry {
  const told = thrown instanceof VerbatimError ? thrown.details.name : undefined;
  return {
    kind: 'defect',
    call,
    error: typeof told === 'string' ? told : thrown instanceof Error ? thrown.name : typeof thrown,
    code: codeOf(thrown),
    at: thrown instanceof Error ? placesOf(thrown.stack ?? '') : [],
  };
}

function codeOf(thrown: unknown): string | null {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : null;
  return typeof code === 'string' && /^[\w-]{1,40}$/.test(code) ? code : null;
}

/** The lines of a stack that lie in this program, each as file, line and column. */
function placesOf(stack: string): string[] {
  const places: string[] = [];
  for (const [, path, line] of stack.matchAll(/^\s+at .*?((?:file:\/\/)?\/[^():]+):(\d+):\d+\)?$/gm)) {
    const place = insideOf(path ?? '');
    if (place !== null) places.push(`${place}:${line}`);
    if (places.length === deepest) break;
  }
  return places;
}

function insideOf(path: string): string | null {
  const folder = fileURLToPath(root);
  const file = path.startsWith('file:') ? fileURLToPath(path) : path;
  return file.startsWith(folder) ? file.slice(folder.length) : null;
}
