import type { Code } from '../../../main/contract/codes.ts';
import type { CodeId } from '../../../main/contract/ids.ts';
import { fold } from './fold.ts';

/** A line of the code field's list. */
export type CodeChoice =
  | { readonly kind: 'code'; readonly code: Code }
  /** A code that isn't there yet, by its path from the root. */
  | { readonly kind: 'create'; readonly path: readonly string[] };

/** Lines shown at most. */
const most = 8;

/**
 * What fits the words typed: codes whose path has them, the ones whose own name begins so first; then the
 * offer to create, unless a code has just that path. `police / trust` (or `>`, `›`) names a code under another.
 */
export function codeChoices(codes: readonly Code[], chosen: readonly CodeId[], typed: string): readonly CodeChoice[] {
  const path = typed
    .split(/[/›>]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const wanted = path.map((part) => fold(part).text);
  const fitting = codes
    .filter((code) => !chosen.includes(code.id))
    .map((code) => ({ code, rank: rankOf(code, wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || a.code.path.join().localeCompare(b.code.path.join()))
    .slice(0, most)
    .map(({ code }): CodeChoice => ({ kind: 'code', code }));
  const there = codes.some((code) => foldedPath(code).join('/') === wanted.join('/'));
  return path.length === 0 || there ? fitting : [...fitting, { kind: 'create', path }];
}

/** 0 the very path, 1 the name begins with it, 2 it is somewhere in the path, 3 it doesn't fit. */
function rankOf(code: Code, wanted: readonly string[]): number {
  const path = foldedPath(code);
  const whole = path.join('/');
  const sought = wanted.join('/');
  if (whole === sought) return 0;
  const last = wanted.at(-1);
  if (last === undefined) return 1;
  if (wanted.length === 1 && fold(code.name).text.startsWith(last)) return 1;
  return wanted.every((part) => path.some((name) => name.includes(part))) ? 2 : 3;
}

function foldedPath(code: Code): string[] {
  return code.path.map((name) => fold(name).text);
}
