import { countedOnce } from '../counted-once.ts';
import { entranceNear, placesApart } from '../remembered-places.ts';
import type { ReadableDb } from '../types.ts';

/** The whole Library by date: entered by the key of a row whose place is remembered, and not walked to from its end. */

interface Place {
  /** Empty where the articles have no date. */
  readonly published: string;
  readonly id: number;
}

interface Direction {
  readonly order: string;
  readonly behind: string;
}

/** Articles that have a date, and those that have none: no comparison of keys leads from the ones to the others. */
interface Stretch {
  readonly where: string;
  readonly forwards: Direction;
  readonly backwards: Direction;
}

const upwards: Direction = {
  order: 'a.published_key ASC, a.id ASC',
  behind: '(a.published_key, a.id) > (:published, :id)',
};
const downwards: Direction = {
  order: 'a.published_key DESC, a.id DESC',
  behind: '(a.published_key, a.id) < (:published, :id)',
};
const idsUpwards: Direction = { order: 'a.id ASC', behind: 'a.id > :id' };
const idsDownwards: Direction = { order: 'a.id DESC', behind: 'a.id < :id' };

const dated = 'a.published_key IS NOT NULL';
const undated = 'a.published_key IS NULL';

/** Whichever way one goes, what has no date stands at the end. */
const stretches: Readonly<Record<'newest' | 'oldest', readonly [Stretch, Stretch]>> = {
  newest: [
    { where: dated, forwards: downwards, backwards: upwards },
    { where: undated, forwards: idsDownwards, backwards: idsUpwards },
  ],
  oldest: [
    { where: dated, forwards: upwards, backwards: downwards },
    { where: undated, forwards: idsUpwards, backwards: idsDownwards },
  ],
};

const articles = 'FROM articles a INDEXED BY articles_published WHERE a.binned IS NULL';

/**
 * The articles, by rowid, that stand on a page of the whole Library, of which `total` are not in the bin. To be called
 * inside a transaction.
 */
export function pageOfLibrary(
  db: ReadableDb,
  sort: 'newest' | 'oldest',
  page: { readonly offset: number; readonly limit: number },
  total: number,
): number[] {
  const withoutDate = countedOnce(
    db,
    'articles without a date',
    () => db.prepare<[], number>(`SELECT count(*) ${articles} AND ${undated}`).pluck().get() ?? 0,
  );
  const [first, second] = stretches[sort];
  const withDate = total - withoutDate;
  const ids = pageOfStretch(db, first, page, withDate);
  const rest = { offset: Math.max(0, page.offset - withDate), limit: page.limit - ids.length };
  return [...ids, ...pageOfStretch(db, second, rest, withoutDate)];
}

/** From whichever end of the stretch is nearer. */
function pageOfStretch(
  db: ReadableDb,
  { where, forwards, backwards }: Stretch,
  { offset, limit }: { readonly offset: number; readonly limit: number },
  count: number,
): number[] {
  const wanted = Math.min(limit, count - offset);
  if (wanted <= 0) return [];
  const behind = count - offset - wanted;
  const isNearEnd = behind < offset;
  const direction = isNearEnd ? backwards : forwards;
  const onwards = (after: Place | null) =>
    `SELECT ifnull(a.published_key, '') AS published, a.id AS id ${articles} AND ${where} ${after === null ? '' : `AND ${direction.behind}`}
ORDER BY ${direction.order} LIMIT :limit OFFSET :offset`;
  // Where there is no date none is compared, and SQLite refuses a value that a statement doesn't name.
  const valuesOf = (after: Place | null) => (after === null ? {} : where === dated ? after : { id: after.id });
  const read = (after: Place | null, offset: number, limit: number): Place[] =>
    db.prepare<[object], Place>(onwards(after)).all({ ...valuesOf(after), limit, offset });
  const { after, rest } = entranceNear<Place>(
    db,
    `the Library ${where} ${direction.order}`,
    isNearEnd ? behind : offset,
    (last) => read(last, placesApart - 1, 1)[0] ?? null,
  );
  const ids = read(after, rest, wanted).map(({ id }) => id);
  return isNearEnd ? ids.reverse() : ids;
}
