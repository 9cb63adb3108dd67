import type { Instant, Placement, RevisionId, Span } from '../../main/contract/index.ts';
import { spokenSpans, spokenWords } from '../../main/contract/index.ts';
import type { ReadableDb } from '../types.ts';
import { gapsIn } from './gaps.ts';
import { textOfRevision } from './revision-contents.ts';

/** A statement in one revision of its article. */
export interface StatementInRevision {
  readonly revision: RevisionId;
  readonly number: number;
  readonly captured: Instant | null;
  readonly placement: Placement;
  /** Its words there, joined where they are interrupted, and where they stand; null where it is lost. */
  readonly words: string | null;
  readonly span: Span | null;
}

interface Row {
  readonly revision: RevisionId;
  readonly row: number;
  readonly number: number;
  readonly captured: Instant | null;
  readonly placement: Placement;
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string;
  readonly gaps: string | null;
}

/** How a statement stands in every revision of its article that it was placed in, oldest first. */
export function statementInRevisions(db: ReadableDb, id: string): StatementInRevision[] {
  return db
    .prepare<[string], Row>(
      `SELECT r.uuid AS revision, r.id AS row, r.number, c.captured, p.placement, p.start, p."end", s.quote, s.gaps
       FROM statements s JOIN statement_placements p ON p.statement = s.id JOIN revisions r ON r.id = p.revision
       JOIN captures c ON c.id = r.capture WHERE s.uuid = ? ORDER BY r.number`,
    )
    .all(id)
    .map(({ row, start, end, quote, gaps, ...rest }) => {
      const text = start === null || end === null ? null : textOfRevision(db, row);
      const span = start === null || end === null || text === null ? null : { start, end };
      const spans = span === null || text === null ? [] : spokenSpans(text, span, quote, gapsIn(gaps));
      return { ...rest, span, words: text === null || spans.length === 0 ? null : spokenWords(text, spans) };
    });
}
