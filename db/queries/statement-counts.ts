import type { ReadableDb } from '../types.ts';

export interface StatementCounts {
  /** Suggested and confirmed ones. */
  readonly total: number;
  readonly suggested: number;
  /** Suggestions that are less sure than was asked for; they are in neither. */
  readonly withheld: number;
}

/**
 * How many statements of live articles there are. The entries of two indexes that hold nothing else are counted without being
 * looked at, ten times as quick as asking of each whether its article is in the bin; those few are taken off.
 */
export function countStatements(db: ReadableDb, leastSure = 0): StatementCounts {
  const count = (from: string): number => db.prepare<[], number>(`SELECT count(*) FROM ${from}`).pluck().get() ?? 0;
  const binned = db
    .prepare<[number], Pick<StatementCounts, 'total' | 'suggested'> & { readonly unsure: number }>(
      `SELECT count(*) AS total, count(*) FILTER (WHERE s.state = 'suggested') AS suggested,
         count(*) FILTER (WHERE s.state = 'suggested' AND s.confidence < ?) AS unsure
       FROM articles a CROSS JOIN statements s ON s.article = a.id
       WHERE a.binned IS NOT NULL AND s.binned IS NULL AND s.state <> 'rejected'`,
    )
    .get(leastSure);
  const live = count("statements s INDEXED BY statements_live WHERE s.binned IS NULL AND s.state <> 'rejected'");
  const waitsFor = "statements s INDEXED BY statements_suggested WHERE s.state = 'suggested' AND s.binned IS NULL";
  const waiting = count(waitsFor) - (binned?.suggested ?? 0);
  const withheld = leastSure === 0 ? 0 : count(`${waitsFor} AND s.confidence < ${leastSure}`) - (binned?.unsure ?? 0);
  return { total: live - (binned?.total ?? 0) - withheld, suggested: waiting - withheld, withheld };
}
