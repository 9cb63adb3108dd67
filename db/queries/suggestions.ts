import type { ArticleId, RevisionId, Span, StatementState } from '../../main/contract/index.ts';
import { gapsBetween, selectorsFor } from '../../main/contract/index.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { wasGiven } from './people/changes.ts';
import { indexStatementWords, revisionText, writePlacement } from './placements.ts';
import { indexStatement } from './search-index.ts';
import { insertStatement, type NewSuggestion } from './statements.ts';

/** A suggestion that covers this much of what an earlier statement covers, and the reverse, is the same one. */
export const sameStatement = 0.9;
/** An untouched suggestion that shares this much with a new one is the same passage, grown or cut. */
export const samePassage = 0.5;

export interface SuggestionsAdded {
  readonly added: number;
  /** Those that were there already: confirmed, corrected, rejected or thrown away by a person, or suggested before. */
  readonly known: number;
}

/**
 * Adds what extraction found in a revision. A suggestion that coincides with a statement that stands
 * there already is not added again, whatever a person made of that one: what was rejected stays
 * rejected. Where an untouched suggestion of an earlier revision covers the same passage with other
 * edges, it takes the new edges.
 */
export function insertSuggestions(
  db: WritableDb,
  {
    article,
    revision,
    suggestions,
  }: { readonly article: string; readonly revision: string; readonly suggestions: readonly NewSuggestion[] },
): SuggestionsAdded {
  if (suggestions.length === 0) return { added: 0, known: 0 };
  const text = revisionText(db, revision) ?? '';
  const standing = statementsStanding(db, revision);
  let added = 0;
  for (const suggestion of suggestions) {
    const span = outerSpan(suggestion.spans);
    const alike = standing
      .map((statement) => ({ statement, shared: overlap(statement.span, span) }))
      .sort((a, b) => b.shared - a.shared)[0];
    if (alike !== undefined && alike.shared >= sameStatement) continue;
    if (alike !== undefined && alike.shared >= samePassage && alike.statement.untouched) {
      // What interrupts its words was told of the words that it was made on.
      if (alike.statement.isInterrupted || suggestion.spans.length > 1) continue;
      writePlacement(db, 'statement', alike.statement.row, { revision, placement: 'changed', span });
      indexStatementWords(db, alike.statement.row);
      continue;
    }
    insertStatement(db, {
      article,
      revision,
      selectors: selectorsFor(text, span),
      gaps: gapsBetween(suggestion.spans),
      kind: suggestion.kind,
      speakers: suggestion.speakers,
      described: suggestion.described,
      said: suggestion.said?.value ?? null,
      saidInWords: suggestion.said?.value ?? '',
      elsewhere: [],
      state: 'suggested',
      confidence: suggestion.confidence,
      cue: suggestion.cue,
      reason: suggestion.reason ?? null,
    });
    added += 1;
  }
  return { added, known: suggestions.length - added };
}

/** The current revisions of articles in which no statement stands, not even one that a person rejected or threw away. */
export function currentWithoutStatements(
  db: ReadableDb,
  articles: readonly ArticleId[],
): { readonly article: ArticleId; readonly revision: RevisionId }[] {
  return db
    .prepare<[string], { article: ArticleId; revision: RevisionId }>(
      `SELECT a.uuid AS article, r.uuid AS revision FROM articles a JOIN revisions r ON r.id = a.current_revision
       WHERE a.uuid IN (SELECT value FROM json_each(?))
         AND NOT EXISTS (SELECT 1 FROM statement_placements p WHERE p.revision = r.id AND p.start IS NOT NULL)`,
    )
    .all(JSON.stringify(articles));
}

/**
 * Takes away what was suggested in a revision that is not the current one any more and has no place in
 * the one that is: it comes again with that revision. What a person touched stays, and what a person gave to somebody else.
 */
export function dropSuggestions(
  db: WritableDb,
  { madeIn, revision }: { readonly madeIn: string; readonly revision: string },
): void {
  const rows = db
    .prepare<[string, string], number>(
      `SELECT s.id FROM statements s JOIN revisions m ON m.id = s.made_in JOIN revisions r ON r.article = s.article
       LEFT JOIN statement_placements p ON p.statement = s.id AND p.revision = r.id
       WHERE m.uuid = ? AND r.uuid = ? AND s.state = 'suggested' AND s.binned IS NULL AND p.start IS NULL AND NOT ${wasGiven}`,
    )
    .pluck()
    .all(madeIn, revision);
  const remove = db.prepare('DELETE FROM statements WHERE id = ?');
  for (const row of rows) {
    indexStatement(db, row, null);
    remove.run(row);
  }
}

interface Standing {
  readonly row: number;
  readonly span: Span;
  readonly untouched: boolean;
  readonly isInterrupted: boolean;
}

/** Every statement with a place in the revision, those in the bin too. */
function statementsStanding(db: ReadableDb, revision: string): Standing[] {
  return db
    .prepare<
      [string],
      Pick<Standing, 'row'> &
        Span & { readonly state: StatementState; readonly binned: string | null; readonly gaps: string | null }
    >(
      `SELECT s.id AS row, p.start, p."end", s.state, s.binned, s.gaps FROM statement_placements p JOIN statements s ON s.id = p.statement
       JOIN revisions r ON r.id = p.revision WHERE r.uuid = ? AND p.start IS NOT NULL`,
    )
    .all(revision)
    .map(({ row, start, end, state, binned, gaps }) => ({
      row,
      span: { start, end },
      untouched: state === 'suggested' && binned === null,
      isInterrupted: gaps !== null,
    }));
}

/** From the first word of some spans to the last. */
export function outerSpan(spans: readonly Span[]): Span {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}

/** What two spans share, as a part of what they cover together: 0 to 1. */
export function overlap(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
