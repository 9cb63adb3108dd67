import type { StatementSort } from '../../main/contract/index.ts';
import { countedOnce } from '../counted-once.ts';
import { entranceNear, placesApart } from '../remembered-places.ts';
import type { ReadableDb } from '../types.ts';
import type { Parameters, Part } from './ledger-filter.ts';

/** A statement's place in an order. */
interface Place {
  readonly dated: string;
  readonly article: number;
  readonly id: number;
  readonly confidence: number;
}

/** One direction along an index, and what stands behind a place there. */
interface Direction {
  readonly order: string;
  readonly behind: string;
}
interface Way {
  readonly index: string;
  readonly forwards: Direction;
  readonly backwards: Direction;
}

/**
 * Indexes that orders are met along. Each is entered by a place, so that thousands of one day, or without any, aren't walked
 * past; what an article says of a day is little.
 */
const ways = {
  day: {
    index: 'statements_ledger',
    forwards: {
      order: 's.dated DESC, s.article DESC, s.id',
      behind: `(s.dated, s.article) <= (:dated, :ofArticle) AND NOT (s.dated = :dated AND s.article = :ofArticle AND s.id <= :id)`,
    },
    backwards: {
      order: 's.dated, s.article, s.id DESC',
      behind: `(s.dated, s.article) >= (:dated, :ofArticle) AND NOT (s.dated = :dated AND s.article = :ofArticle AND s.id >= :id)`,
    },
  },
  /** The same from the other end; within an article one still reads on. */
  old: {
    index: 'statements_ledger',
    forwards: {
      order: 's.dated, s.article, s.id',
      behind: `(s.dated, s.article) >= (:dated, :ofArticle) AND NOT (s.dated = :dated AND s.article = :ofArticle AND s.id <= :id)`,
    },
    backwards: {
      order: 's.dated DESC, s.article DESC, s.id DESC',
      behind: `(s.dated, s.article) <= (:dated, :ofArticle) AND NOT (s.dated = :dated AND s.article = :ofArticle AND s.id >= :id)`,
    },
  },
  found: {
    index: 'statements_found',
    forwards: { order: 's.id DESC', behind: 's.id < :id' },
    backwards: { order: 's.id', behind: 's.id > :id' },
  },
  sure: {
    index: 'statements_sure',
    forwards: {
      order: 's.confidence DESC, s.dated DESC, s.article DESC, s.id',
      behind: `(s.confidence, s.dated, s.article) <= (:confidence, :dated, :ofArticle)
        AND NOT (s.confidence = :confidence AND s.dated = :dated AND s.article = :ofArticle AND s.id <= :id)`,
    },
    backwards: {
      order: 's.confidence, s.dated, s.article, s.id DESC',
      behind: `(s.confidence, s.dated, s.article) >= (:confidence, :dated, :ofArticle)
        AND NOT (s.confidence = :confidence AND s.dated = :dated AND s.article = :ofArticle AND s.id >= :id)`,
    },
  },
} as const satisfies Readonly<Record<string, Way>>;

/** How what is gathered is sorted: the same orders, without an index. */
const sorted: Readonly<Record<StatementSort, string>> = {
  newest: ways.day.forwards.order,
  oldest: `s.dated = '', s.dated, s.article, s.id`,
  found: ways.found.forwards.order,
  surest: ways.sure.forwards.order,
  'least-sure': ways.sure.backwards.order,
  speaker: `(SELECT k.folded FROM speakers k WHERE k.id = s.speaker) NULLS LAST, s.speaker, s.dated DESC, s.article DESC, s.id`,
};

/** A stretch of an order, whose rows stand together: met along an index, or few enough to be sorted. */
interface Stretch {
  readonly where: string;
  readonly parameters: Parameters;
  readonly count: number;
  readonly how:
    | { readonly way: Way; readonly isReversed?: boolean }
    | { readonly from: string; readonly order: string };
}

/** Which statements stand on a page of an order. */
export function idsOfPage(
  db: ReadableDb,
  part: Part,
  sort: StatementSort,
  page: { readonly offset: number; readonly limit: number },
  total: number,
): number[] {
  const ids: number[] = [];
  let before = 0;
  for (const stretch of stretchesOf(db, part, sort, total)) {
    const offset = Math.max(0, page.offset - before);
    const wanted = Math.min(page.limit - ids.length, stretch.count - offset);
    if (wanted > 0) ids.push(...idsOfStretch(db, part, stretch, offset, wanted));
    if (ids.length >= page.limit) break;
    before += stretch.count;
  }
  return ids;
}

function stretchesOf(db: ReadableDb, part: Part, sort: StatementSort, total: number): readonly Stretch[] {
  const whole = { where: '1', parameters: {}, count: total };
  const { gathered } = part;
  if (gathered !== null) return [{ ...whole, how: { from: gathered.from, order: gathered.order ?? sorted[sort] } }];
  switch (sort) {
    case 'newest':
      return [{ ...whole, how: { way: ways.day } }];
    case 'found':
      return [{ ...whole, how: { way: ways.found } }];
    case 'oldest': {
      // What has no day at all stands at the end, whichever way one goes.
      const undated = count(db, part, `s.dated = ''`);
      const how = { way: ways.old };
      return [
        { where: `s.dated > ''`, parameters: {}, count: total - undated, how },
        { where: `s.dated = ''`, parameters: {}, count: undated, how },
      ];
    }
    case 'surest':
      return [{ ...whole, how: { way: ways.sure } }];
    case 'least-sure':
      return [{ ...whole, how: { way: ways.sure, isReversed: true } }];
    case 'speaker':
      return speakerStretches(db, part);
  }
}

/**
 * By the name of the first speaker: how many statements each has is counted once, and those of one are sorted, a few thousand
 * at most; what nobody is known to have said is met along the days.
 */
function speakerStretches(db: ReadableDb, { where, parameters }: Part): readonly Stretch[] {
  const sql = `SELECT g.speaker, g.count FROM (SELECT s.speaker, count(*) AS count FROM statements s INDEXED BY statements_ledger
    WHERE ${where} GROUP BY s.speaker) g LEFT JOIN speakers k ON k.id = g.speaker ORDER BY k.folded NULLS LAST, g.speaker`;
  const groups = countedOnce(db, `${sql} ${JSON.stringify(parameters)}`, () =>
    db.prepare<[Parameters], { speaker: number | null; count: number }>(sql).all(parameters),
  );
  return groups.map(({ speaker, count }) =>
    speaker === null
      ? { where: 's.speaker IS NULL', parameters: {}, count, how: { way: ways.day } }
      : {
          where: 's.speaker = :ofSpeaker',
          parameters: { ofSpeaker: speaker },
          count,
          how: { from: 'FROM statements s INDEXED BY statements_speaker', order: sorted.newest },
        },
  );
}

function count(db: ReadableDb, { where, parameters }: Part, condition: string): number {
  const sql = `SELECT count(*) FROM statements s INDEXED BY statements_ledger WHERE ${where} AND ${condition}`;
  return countedOnce(
    db,
    `${sql} ${JSON.stringify(parameters)}`,
    () => db.prepare<[Parameters], number>(sql).pluck().get(parameters) ?? 0,
  );
}

/** The way through a stretch is walked from whichever end is nearer. */
function idsOfStretch(db: ReadableDb, part: Part, stretch: Stretch, offset: number, wanted: number): number[] {
  const where = stretch.where === '1' ? part.where : `${part.where} AND ${stretch.where}`;
  const parameters = { ...part.parameters, ...stretch.parameters };
  const asked = (from: string, condition: string, by: string) =>
    `${from} WHERE ${condition} ORDER BY ${by} LIMIT :limit OFFSET :offset`;
  const read = (sql: string, values: Parameters): number[] =>
    db
      .prepare<[Parameters], number>(`SELECT s.id ${sql}`)
      .pluck()
      .all({ ...parameters, ...values, limit: wanted });
  const { how } = stretch;
  if ('from' in how) return read(asked(how.from, where, how.order), { offset });
  const behind = stretch.count - offset - wanted;
  const isNearEnd = behind < offset;
  const from = `FROM statements s INDEXED BY ${how.way.index}`;
  const direction = isNearEnd === (how.isReversed ?? false) ? how.way.forwards : how.way.backwards;
  const onwards = (after: Place | null): string =>
    asked(from, after === null ? where : `${where} AND ${direction.behind}`, direction.order);
  // An order that doesn't ask for a value doesn't name it.
  const valuesOf = (after: Place | null): Parameters =>
    after === null ? {} : { dated: after.dated, ofArticle: after.article, id: after.id, confidence: after.confidence };
  const { after, rest } = entranceNear<Place>(
    db,
    `the ledger ${direction.order} ${where} ${JSON.stringify(parameters)}`,
    isNearEnd ? behind : offset,
    (last) =>
      db
        .prepare<[Parameters], Place>(`SELECT s.dated, s.article, s.id, s.confidence ${onwards(last)}`)
        .get({ ...parameters, ...valuesOf(last), limit: 1, offset: placesApart - 1 }) ?? null,
  );
  const ids = read(onwards(after), { ...valuesOf(after), offset: rest });
  return isNearEnd ? ids.reverse() : ids;
}
