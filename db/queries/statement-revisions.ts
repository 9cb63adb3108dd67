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
  readonly fileDated: Instant | null;
  /** Null where it was never looked for: what was suggested in a later revision has no place in those before. */
  readonly placement: Placement | null;
  /** Its words there, joined where they are interrupted, and where they stand; null where it is lost. */
  readonly words: string | null;
  readonly span: Span | null;
}

interface Row {
  readonly revision: RevisionId;
  readonly row: number;
  readonly number: number;
  readonly captured: Instant | null;
  readonly fileDated: Instant | null;
  readonly placement: Placement | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string;
  readonly gaps: string | null;
}

/** How a statement stands in every revision of its article, in the order they were made. */
export function statementInRevisions(db: ReadableDb, id: string): StatementInRevision[] {
  return db
    .prepare<[string], Row>(
      `SELECT r.uuid AS revision, r.id AS row, r.number, c.captured, c.file_dated AS fileDated, p.placement, p.start, p."end",
         s.quote, s.gaps
       FROM statements s JOIN revisions r ON r.article = s.article
       LEFT JOIN statement_placements p ON p.statement = s.id AND p.revision = r.id JOIN captures c ON c.id = r.capture WHERE s.uuid = ? ORDER BY r.number`,
    )
    .all(id)
    .map(({ row, start, end, quote, gaps, ...rest }) => {
      const text = start === null || end === null ? null : textOfRevision(db, row);
      const span = start === null || end === null || text === null ? null : { start, end };
      const spans = span === null || text === null ? [] : spokenSpans(text, span, quote, gapsIn(gaps));
      return { ...rest, span, words: text === null || spans.length === 0 ? null : spokenWords(text, spans) };
    });
}
