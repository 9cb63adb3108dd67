import type { Selectors } from '../../main/contract/index.ts';
import type { ReadableDb } from '../types.ts';

/** The words that a statement was made on, what stood around them and where; null when it is gone. */
export function statementSelectors(db: ReadableDb, id: string): Selectors | null {
  const row = db
    .prepare<[string], Selectors['quote'] & { readonly start: number | null }>(
      `SELECT s.quote AS exact, s.prefix, s.suffix, p.start FROM statements s
       LEFT JOIN statement_placements p ON p.statement = s.id AND p.revision = s.made_in WHERE s.uuid = ?`,
    )
    .get(id);
  if (row === undefined) return null;
  const { start: at, ...quote } = row;
  const start = at ?? 0;
  return { quote, position: { start, end: start + quote.exact.length } };
}
