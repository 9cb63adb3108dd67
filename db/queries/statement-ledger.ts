import type { StatementKind, StatementRow, StatementState } from '../../main/contract/index.ts';
import { countedOnce } from '../counted-once.ts';
import { containing, fold } from '../fold.ts';
import { entranceNear, placesApart } from '../remembered-places.ts';
import type { ReadableDb } from '../types.ts';
import { spokenBy, spokenFor } from './joint-speakers.ts';
import { namedLike } from './speakers.ts';
import { countStatements, type StatementCounts } from './statement-counts.ts';
import { besidesStatement, readStatements } from './statements.ts';

export interface LedgerFilter {
  readonly article: string | null;
  /** Parts of names, case and diacritics folded. */
  readonly speaker: string | null;
  /** Whose words, by id. */
  readonly person?: string | null;
  readonly organization: string | null;
  readonly role: string | null;
  /** Words of the statement itself; every one of them, the last one as a beginning. */
  readonly query: string | null;
  readonly kind: StatementKind | null;
  /** Null: suggested and confirmed ones. */
  readonly state: StatementState | null;
  /** Both bounds belong to the range, whole: to `2016-11` belongs every day of that November. */
  readonly saidAfter: string | null;
  readonly saidBefore: string | null;
  /** Suggestions that are less sure are counted and left out. */
  readonly leastSure?: number;
  /** True: what has no day of its own is shown beside what was said in the range. */
  readonly undated: true | null;
  /** Part of the article's publication. */
  readonly publication: string | null;
  /** The language of the article, as BCP 47; a region of it too. */
  readonly language: string | null;
  /** These are listed whatever has been decided about them: no row goes while somebody goes through the list. By id. */
  readonly kept?: readonly string[];
}

/**
 * Up to so many statements with the words that are looked for are read and sorted; more are met on a walk along the
 * ledger's own order.
 */
const fewMatches = 500;

/** The statements in which a person speaks, alone or with others. */
const wordsOfPerson = `SELECT s.id FROM statements s WHERE s.speaker = (SELECT id FROM speakers WHERE uuid = :person)
  UNION SELECT j.statement FROM joint_speakers j WHERE j.speaker = (SELECT id FROM speakers WHERE uuid = :person)`;

/** Every 64th row looks whether the call was given up (see db/cancel.ts). */
const keepGoing = '(s.id & 63 <> 0 OR keep_going())';

interface Parameters {
  [name: string]: string | number | null;
}

/** A part of the ledger: where its statements are found, what holds of them, in which order they stand. */
interface Part {
  readonly from: string;
  readonly where: string;
  readonly order: string;
  /** Whether it is met in the ledger's own order, along its index; else it has to be sorted. */
  readonly isWalked: boolean;
  readonly parameters: Parameters;
}

/**
 * The ledger: who said what, newest first (in an article: in reading order). `suggested` counts what
 * waits for a decision under the same filter, whatever state is asked for. Throws an AbortError when it was given up.
 */
export function listStatements(
  db: ReadableDb,
  filter: LedgerFilter,
  page: { readonly offset: number; readonly limit: number },
): { rows: StatementRow[]; undated: number } & StatementCounts {
  return db.transaction(() => {
    const { part, counts, ofState } = shownPart(db, filter);
    return {
      rows: readPage(db, idsOfPage(db, part, page, counts.total)),
      ...counts,
      undated: countUndated(db, filter, ofState),
    };
  })();
}

/** So many rows are looked through for the next one that waits, and so many at a time. */
const mostLookedThrough = 20_000;
const lookedThroughAtOnce = 1_000;

/**
 * The number of the next row behind a row of the same list that waits for a decision; null where none does, or none of the
 * next twenty thousand.
 */
export function nextWaiting(db: ReadableDb, filter: LedgerFilter, after: number): number | null {
  return db.transaction(() => {
    const { part, counts } = shownPart(db, filter);
    const end = Math.min(counts.total, after + 1 + mostLookedThrough);
    const first = db
      .prepare<[Parameters], number>(
        `SELECT w.key FROM json_each(:ids) w CROSS JOIN statements s ON s.id = w.value
         WHERE s.state = 'suggested' AND NOT ${unsure} ORDER BY w.key LIMIT 1`,
      )
      .pluck();
    for (let offset = after + 1; offset < end; offset += lookedThroughAtOnce) {
      const ids = idsOfPage(db, part, { offset, limit: lookedThroughAtOnce }, counts.total);
      const found = first.get({ ids: JSON.stringify(ids), leastSure: filter.leastSure ?? 0 });
      if (found !== undefined) return offset + found;
    }
    return null;
  })();
}

/** All that is listed under a filter, in no order. Throws an AbortError when it was given up. */
export function listedRows(db: ReadableDb, filter: LedgerFilter): number[] {
  return db.transaction(() => {
    const { from, where, parameters } = shownPart(db, filter).part;
    return db.prepare<[Parameters], number>(`SELECT s.id ${from} WHERE ${where}`).pluck().all(parameters);
  })();
}

/** What of the ledger is listed under a filter, and how much that is. */
function shownPart(
  db: ReadableDb,
  filter: LedgerFilter,
): { readonly part: Part; readonly counts: StatementCounts; readonly ofState: string } {
  const part = partOf(db, filter);
  const ofState = filter.state === null ? `s.state <> 'rejected'` : 's.state = :state';
  const leastSure = filter.leastSure ?? 0;
  const kept = rowsOf(db, filter.kept ?? []);
  const parameters = {
    ...part.parameters,
    leastSure,
    ...(filter.state === null ? {} : { state: filter.state }),
    ...(kept.length === 0 ? {} : { kept: JSON.stringify(kept) }),
  };
  const wanted = leastSure === 0 ? ofState : `(${ofState} AND NOT ${unsure})`;
  const shown = kept.length === 0 ? wanted : `(${wanted} OR ${isKept})`;
  const counts = isNarrowed(filter)
    ? countPart(db, { ...part, parameters }, ofState, shown)
    : withKept(db, countAll(db, filter.state, leastSure), { ofState, parameters });
  return { part: { ...part, parameters, where: `${part.where} AND ${shown}` }, counts, ofState };
}

const isKept = 's.id IN (SELECT value FROM json_each(:kept))';

/** The rows of statements by their ids; those that are not there are left out. */
export function rowsOf(db: ReadableDb, ids: readonly string[]): number[] {
  if (ids.length === 0) return [];
  return db
    .prepare<[string], number>('SELECT id FROM statements WHERE uuid IN (SELECT value FROM json_each(?)) ORDER BY id')
    .pluck()
    .all(JSON.stringify(ids));
}

/** What was counted without looking at those that are kept in the list, with them. */
function withKept(
  db: ReadableDb,
  counts: StatementCounts,
  { ofState, parameters }: { readonly ofState: string; readonly parameters: Parameters },
): StatementCounts {
  if (parameters.kept === undefined) return counts;
  const others = db
    .prepare<[Parameters], { also: number; unsure: number }>(
      `SELECT count(*) FILTER (WHERE NOT (${ofState} AND NOT ${unsure})) AS also, count(*) FILTER (WHERE ${ofState} AND ${unsure}) AS unsure
       FROM statements s WHERE s.binned IS NULL AND ${isKept} AND s.article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL)`,
    )
    .get(parameters) ?? { also: 0, unsure: 0 };
  return { ...counts, total: counts.total + others.also, withheld: counts.withheld - others.unsure };
}

/** What a range of days leaves out because nobody knows its day. */
function countUndated(db: ReadableDb, filter: LedgerFilter, ofState: string): number {
  const isInRange = filter.saidAfter !== null || filter.saidBefore !== null;
  if (!isInRange || filter.undated !== null) return 0;
  const part = partOf(db, { ...filter, saidAfter: null, saidBefore: null });
  const parameters = {
    ...part.parameters,
    leastSure: filter.leastSure ?? 0,
    ...(filter.state === null ? {} : { state: filter.state }),
  };
  const undated = { ...part, parameters, where: `${part.where} AND s.said IS NULL` };
  return countPart(db, undated, ofState, `(${ofState} AND NOT ${unsure})`).total;
}

function partOf(db: ReadableDb, filter: LedgerFilter): Part {
  const parameters: Parameters = {};
  const conditions: string[] = ['s.binned IS NULL', keepGoing];
  const when = (condition: string, name: string, value: string | null): void => {
    if (value === null) return;
    conditions.push(condition);
    parameters[name] = value;
  };
  when(spokenBy(namedLike(':speaker')), 'speaker', filter.speaker === null ? null : containing(filter.speaker));
  when(
    spokenFor(`SELECT id FROM organizations WHERE folded LIKE :organization ESCAPE '\\'`),
    'organization',
    filter.organization === null ? null : containing(filter.organization),
  );
  when(
    `(s.role IN (SELECT value FROM json_each(:roles))
      OR s.id IN (SELECT j.statement FROM joint_speakers j WHERE j.role IN (SELECT value FROM json_each(:roles))))`,
    'roles',
    filter.role === null ? null : JSON.stringify(rolesWith(db, filter.role)),
  );
  when('s.kind = :kind', 'kind', filter.kind);
  // What has a day of its own is dated by it, so the order's index is entered there. Every more precise date of a
  // bound's own period begins with the bound.
  const inRange = [
    ...(filter.saidAfter === null ? [] : ['s.dated >= :after']),
    ...(filter.saidBefore === null ? [] : [`s.dated < :before || '~'`]),
  ];
  if (filter.saidAfter !== null) parameters.after = filter.saidAfter;
  if (filter.saidBefore !== null) parameters.before = filter.saidBefore;
  if (inRange.length > 0)
    conditions.push(
      ...(filter.undated === null
        ? ['s.said IS NOT NULL', ...inRange]
        : [`(s.said IS NULL OR (${inRange.join(' AND ')}))`]),
    );
  when(
    's.article IN (SELECT id FROM articles WHERE publication IN (SELECT value FROM json_each(:publications)))',
    'publications',
    filter.publication === null ? null : JSON.stringify(publicationsWith(db, filter.publication)),
  );
  when(
    `s.article IN (SELECT id FROM articles WHERE lower(language) = :language OR lower(language) LIKE :language || '-%')`,
    'language',
    filter.language?.toLowerCase() ?? null,
  );
  const words = filter.query === null ? null : matchOf(filter.query);
  const matching = 'SELECT rowid FROM statement_index WHERE statement_index MATCH :words';
  if (words !== null) parameters.words = words;
  if (filter.article !== null) {
    when('a.uuid = :article', 'article', filter.article);
    conditions.push('a.binned IS NULL');
    if (words !== null) conditions.push(`s.id IN (${matching})`);
    return {
      from: 'FROM articles a CROSS JOIN statements s ON s.article = a.id',
      where: conditions.join(' AND '),
      order: `(SELECT p.start FROM statement_placements p WHERE p.statement = s.id AND p.revision = a.current_revision) NULLS LAST, s.id`,
      isWalked: false,
      parameters,
    };
  }
  // A set of ids, for the bin is small: articles are not looked up one by one.
  conditions.push('s.article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL)');
  const { order } = ways.forwards;
  if (filter.person !== undefined && filter.person !== null) {
    parameters.person = filter.person;
    if (words !== null) conditions.push(`s.id IN (${matching})`);
    return {
      from: `FROM (${wordsOfPerson}) w CROSS JOIN statements s ON s.id = w.id`,
      where: conditions.join(' AND '),
      order,
      isWalked: false,
      parameters,
    };
  }
  if (words !== null && isFew(db, matching, words))
    return {
      from: `FROM (${matching}) w CROSS JOIN statements s ON s.id = w.rowid`,
      where: conditions.join(' AND '),
      order,
      isWalked: false,
      parameters,
    };
  if (words !== null) conditions.push(`s.id IN (${matching})`);
  return {
    from: 'FROM statements s INDEXED BY statements_ledger',
    where: conditions.join(' AND '),
    order,
    isWalked: true,
    parameters,
  };
}

function isFew(db: ReadableDb, matching: string, words: string): boolean {
  const found = db
    .prepare<[Parameters], number>(`SELECT count(*) FROM (${matching} LIMIT ${fewMatches + 1})`)
    .pluck()
    .get({ words });
  return (found ?? 0) <= fewMatches;
}

/** Whether more is asked for than all, or all that wait. */
function isNarrowed({ state, leastSure: _leastSure, kept: _kept, ...others }: LedgerFilter): boolean {
  return (
    Object.values(others).some((value) => value !== null && value !== undefined) ||
    (state !== null && state !== 'suggested')
  );
}

function countAll(db: ReadableDb, state: StatementState | null, leastSure: number): StatementCounts {
  const counts = countedOnce(db, `statements ${leastSure}`, () => countStatements(db, leastSure));
  return { ...counts, total: state === null ? counts.total : counts.suggested };
}

/** Of suggestions: less sure than is asked for. */
const unsure = `(s.state = 'suggested' AND s.confidence < :leastSure)`;

/** `shown` is what is listed of a part, `ofState` what would be, were suggestions of any sureness listed. */
function countPart(db: ReadableDb, part: Part, ofState: string, shown: string): StatementCounts {
  const { from, where, parameters } = part;
  const sql = `SELECT count(*) FILTER (WHERE ${shown}) AS total,
    count(*) FILTER (WHERE s.state = 'suggested' AND NOT ${unsure}) AS suggested,
    count(*) FILTER (WHERE ${ofState} AND NOT ${shown}) AS withheld ${from} WHERE ${where}`;
  return countedOnce(
    db,
    `${sql} ${JSON.stringify(parameters)}`,
    () => db.prepare<[Parameters], StatementCounts>(sql).get(parameters) ?? { total: 0, suggested: 0, withheld: 0 },
  );
}

/** A statement's place in the ledger's order. */
interface Place {
  readonly dated: string;
  readonly article: number;
  readonly id: number;
}

/**
 * Along the ledger's index, and what stands behind a place there. The index is entered by day and article, so that
 * thousands of one day, or without any, aren't walked past; what an article says of a day is little.
 */
const ways = {
  forwards: {
    order: 's.dated DESC, s.article DESC, s.id',
    behind: `(s.dated, s.article) <= (:dated, :ofArticle) AND NOT (s.dated = :dated AND s.article = :ofArticle AND s.id <= :id)`,
  },
  backwards: {
    order: 's.dated, s.article, s.id DESC',
    behind: `(s.dated, s.article) >= (:dated, :ofArticle) AND NOT (s.dated = :dated AND s.article = :ofArticle AND s.id >= :id)`,
  },
} as const;

/** Which statements stand on a page. The way is walked from whichever end is nearer. */
function idsOfPage(
  db: ReadableDb,
  { from, where, order, isWalked, parameters }: Part,
  { offset, limit }: { readonly offset: number; readonly limit: number },
  total: number,
): number[] {
  const wanted = Math.min(limit, total - offset);
  if (wanted <= 0) return [];
  const behind = total - offset - wanted;
  const asked = (condition: string, by: string) =>
    `${from} WHERE ${condition} ORDER BY ${by} LIMIT :limit OFFSET :offset`;
  const read = (sql: string, values: Parameters): number[] =>
    db
      .prepare<[Parameters], number>(`SELECT s.id ${sql}`)
      .pluck()
      .all({ ...parameters, ...values, limit: wanted });
  if (!isWalked) return read(asked(where, order), { offset });
  const isNearEnd = behind < offset;
  const way = isNearEnd ? ways.backwards : ways.forwards;
  const onwards = (after: Place | null): string =>
    asked(after === null ? where : `${where} AND ${way.behind}`, way.order);
  const valuesOf = (after: Place | null): Parameters =>
    after === null ? {} : { dated: after.dated, ofArticle: after.article, id: after.id };
  const { after, rest } = entranceNear<Place>(
    db,
    `the ledger ${way.order} ${where} ${JSON.stringify(parameters)}`,
    isNearEnd ? behind : offset,
    (last) =>
      db
        .prepare<[Parameters], Place>(`SELECT s.dated, s.article, s.id ${onwards(last)}`)
        .get({ ...parameters, ...valuesOf(last), limit: 1, offset: placesApart - 1 }) ?? null,
  );
  const ids = read(onwards(after), { ...valuesOf(after), offset: rest });
  return isNearEnd ? ids.reverse() : ids;
}

function readPage(db: ReadableDb, ids: readonly number[]): StatementRow[] {
  return readStatements(
    db,
    `FROM json_each(:ids) wanted JOIN statements s ON s.id = wanted.value ${besidesStatement} ORDER BY wanted.key`,
    { ids: JSON.stringify(ids) },
  );
}

/** Roles are kept as the articles word them, so those that contain the asked one are found here. */
function rolesWith(db: ReadableDb, part: string): string[] {
  const folded = fold(part);
  return countedOnce(db, 'roles', () =>
    db
      .prepare<[], string>(
        `SELECT role FROM statements INDEXED BY statements_ledger WHERE binned IS NULL AND role IS NOT NULL
         UNION SELECT role FROM joint_speakers WHERE role IS NOT NULL`,
      )
      .pluck()
      .all(),
  ).filter((role) => fold(role).includes(folded));
}

/** Publications are kept as the articles name them too. */
function publicationsWith(db: ReadableDb, part: string): string[] {
  const folded = fold(part);
  return countedOnce(db, 'publications', () =>
    db.prepare<[], string>('SELECT DISTINCT publication FROM articles WHERE publication IS NOT NULL').pluck().all(),
  ).filter((publication) => fold(publication).includes(folded));
}

/**
 * An FTS5 expression for typed words: each a quoted string, so that nothing typed is syntax; quoted
 * phrases stay together; the last word may be unfinished. Null when there is no word in it.
 */
function matchOf(query: string): string | null {
  const pieces = [...query.matchAll(/"([^"]*)"?|[^\s"]+/gu)]
    .map(([whole, phrase]) => ({ words: phrase ?? whole, phrase: phrase !== undefined }))
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
  if (pieces.length === 0) return null;
  return pieces
    .map(({ words, phrase }, index) => `"${words}"${index === pieces.length - 1 && !phrase ? '*' : ''}`)
    .join(' AND ');
}
