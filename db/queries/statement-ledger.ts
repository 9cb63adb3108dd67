import type { StatementRow, StatementSort, StatementState } from '../../main/contract/index.ts';
import { countedOnce } from '../counted-once.ts';
import type { ReadableDb } from '../types.ts';
import { type LedgerFilter, type Parameters, type Part, partOf } from './ledger-filter.ts';
import { idsOfPage } from './ledger-order.ts';
import { withShared } from './shared-words.ts';
import { countStatements, type StatementCounts } from './statement-counts.ts';
import { besidesStatement, readStatements } from './statements.ts';

/**
 * The ledger: who said what, in the order that is asked for (in an article: in reading order). `suggested` counts what
 * waits for a decision under the same filter, whatever state is asked for. Throws an AbortError when it was given up.
 */
export function listStatements(
  db: ReadableDb,
  filter: LedgerFilter,
  page: { readonly sort?: StatementSort; readonly offset: number; readonly limit: number },
): { rows: StatementRow[]; undated: number } & StatementCounts {
  return db.transaction(() => {
    const { part, counts, ofState } = shownPart(db, filter);
    return {
      rows: withShared(
        db,
        readPage(db, idsOfPage(db, part, page.sort ?? 'newest', page, counts.total)),
        filter.leastSure ?? 0,
      ),
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
export function nextWaiting(
  db: ReadableDb,
  filter: LedgerFilter,
  { sort, after }: { readonly sort: StatementSort; readonly after: number },
): number | null {
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
      const ids = idsOfPage(db, part, sort, { offset, limit: lookedThroughAtOnce }, counts.total);
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
export function shownPart(
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

/** Whether more is asked for than all, or all that wait. */
function isNarrowed({ state, leastSure: _leastSure, kept: _kept, ...others }: LedgerFilter): boolean {
  return (
    Object.values(others).some(
      (value) => value !== null && value !== undefined && value !== false && !isEmpty(value),
    ) ||
    (state !== null && state !== 'suggested')
  );
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
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

function readPage(db: ReadableDb, ids: readonly number[]): StatementRow[] {
  return readStatements(
    db,
    `FROM json_each(:ids) wanted JOIN statements s ON s.id = wanted.value ${besidesStatement} ORDER BY wanted.key`,
    { ids: JSON.stringify(ids) },
  );
}
