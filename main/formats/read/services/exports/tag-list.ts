import { cleanTags } from './brought.ts';

/** Tags in one cell: with commas, or as a list in JSON or Python (`["a", "b"]`, `['a', 'b']`). */
export function tagsInCell(cell: string): string[] {
  const inside = /^\s*\[([\s\S]*)\]\s*$/u.exec(cell)?.[1];
  if (inside === undefined) return cleanTags(cell.split(','));
  const quoted = [...inside.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^,'"\s][^,]*)/gu)];
  return cleanTags(quoted.map(([, double, single, bare]) => (double ?? single ?? bare ?? '').replace(/\\(.)/gu, '$1')));
}
