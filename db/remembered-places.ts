import { countedOnce } from './counted-once.ts';
import type { ReadableDb } from './types.ts';

/** So many rows lie between two places that are remembered: as many are walked past in a millisecond. */
export const placesApart = 2_000;

/**
 * How a list is entered near a row that is known by its number alone: behind the row with the key `after` (null: at its
 * beginning), and `rest` rows further.
 */
export interface Entrance<Key> {
  readonly after: Key | null;
  readonly rest: number;
}

/**
 * Where the row with the number `offset` is looked for in a list that somebody may scroll anywhere in. The way there is
 * walked once, in stretches, and what is met at the end of each is remembered until something in the library changes:
 * whoever scrolls on from there, or back, walks a stretch at most, and who gave a long way up goes on with it. `list` tells
 * the list apart from others; `walk` answers the key of the row `placesApart - 1` rows behind the one after a key, or
 * null where there is none. To be called inside a transaction, as {@link countedOnce}.
 */
export function entranceNear<Key>(
  db: ReadableDb,
  list: string,
  offset: number,
  walk: (after: Key | null) => Key | null,
): Entrance<Key> {
  const stretches = Math.floor(offset / placesApart);
  if (stretches === 0) return { after: null, rest: offset };
  const places = countedOnce<Key[]>(db, `places in ${list}`, () => []);
  while (places.length < stretches) {
    const next = walk(places.at(-1) ?? null);
    if (next === null) break;
    places.push(next);
  }
  const known = Math.min(stretches, places.length);
  return { after: places[known - 1] ?? null, rest: offset - known * placesApart };
}
