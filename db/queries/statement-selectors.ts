import { type RevisionId, type Selectors, type StatementWords, spokenSpans } from '../../main/contract/index.ts';
import type { ReadableDb } from '../types.ts';
import { gapsIn } from './gaps.ts';

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

/** The revision that a statement was made in, and the stretches of it that are its words; null when it is gone. */
export function statementMadeOn(db: ReadableDb, id: string): StatementWords | null {
  const row = db
    .prepare<[string], { revision: RevisionId; start: number; quote: string; gaps: string | null }>(
      `SELECT r.uuid AS revision, p.start, s.quote, s.gaps FROM statements s JOIN revisions r ON r.id = s.made_in
       JOIN statement_placements p ON p.statement = s.id AND p.revision = r.id AND p.start IS NOT NULL WHERE s.uuid = ?`,
    )
    .get(id);
  if (row === undefined) return null;
  const { revision, start, quote, gaps } = row;
  const spans = spokenSpans(quote, { start: 0, end: quote.length }, quote, gapsIn(gaps));
  return { revision, spans: spans.map((span) => ({ start: start + span.start, end: start + span.end })) };
}
