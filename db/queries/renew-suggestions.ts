import type { ArticleId, RevisionId, Span, StatementState } from '../../main/contract/index.ts';
import { gapsBetween, selectorsFor } from '../../main/contract/index.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { writtenGaps } from './gaps.ts';
import { firstSpeaker, jointSpeakersIn, jointSpeakersSql } from './joint-speakers.ts';
import { wasGiven } from './people/changes.ts';
import { revisionText } from './placements.ts';
import { indexStatement } from './search-index.ts';
import { insertStatement, type NewSuggestion } from './statements.ts';
import { outerSpan, overlap, samePassage, sameStatement } from './suggestions.ts';

/** An article whose statements are to be looked for again. */
export interface ToFindAgain {
  readonly article: ArticleId;
  readonly title: string;
  /** Its current one. */
  readonly revision: RevisionId;
}

/** What of the articles is there and not in the bin, in the order they are asked for. */
export function toFindAgain(db: ReadableDb, articles: readonly ArticleId[]): ToFindAgain[] {
  return db
    .prepare<[string], ToFindAgain>(
      `SELECT a.uuid AS article, a.title, r.uuid AS revision FROM json_each(?) wanted
       JOIN articles a ON a.uuid = wanted.value JOIN revisions r ON r.id = a.current_revision
       WHERE a.binned IS NULL ORDER BY wanted.key`,
    )
    .all(JSON.stringify(articles));
}

export interface SuggestionsRenewed {
  readonly added: number;
  /** The same words, told otherwise. */
  readonly changed: number;
  readonly gone: number;
}

/**
 * Puts what extraction finds now in a current revision in place of what it suggested before (decision 0221). Whatever a
 * person confirmed, corrected, rejected or threw away stays as it is, and isn't suggested again; a suggestion that is
 * told as before stays the same row. Null where the revision isn't the current one any more: the next one has its own.
 */
export function renewSuggestions(
  db: WritableDb,
  {
    article,
    revision,
    suggestions,
  }: { readonly article: string; readonly revision: string; readonly suggestions: readonly NewSuggestion[] },
): SuggestionsRenewed | null {
  if (!isCurrent(db, article, revision)) return null;
  const text = revisionText(db, revision) ?? '';
  const standing = statementsStanding(db, revision);
  const decided = standing.filter(({ isDecided }) => isDecided);
  const before = new Set(standing.filter(({ isDecided }) => !isDecided));
  const added: NewSuggestion[] = [];
  for (const suggestion of suggestions) {
    const span = outerSpan(suggestion.spans);
    if (decided.some((one) => isDecidedAbout(one, span))) continue;
    const told = toldIn(db, suggestion);
    const same = [...before].find((one) => one.told === told);
    if (same === undefined) added.push(suggestion);
    else before.delete(same);
  }
  const changed = [...before].filter((one) =>
    added.some(({ spans }) => overlap(one.span, outerSpan(spans)) >= sameStatement),
  ).length;
  for (const { row } of before) {
    indexStatement(db, row, null);
    db.prepare('DELETE FROM statements WHERE id = ?').run(row);
  }
  for (const { spans, said, reason, ...suggestion } of added)
    insertStatement(db, {
      ...suggestion,
      reason: reason ?? null,
      article,
      revision,
      selectors: selectorsFor(text, outerSpan(spans)),
      gaps: gapsBetween(spans),
      said: said?.value ?? null,
      saidInWords: said?.value ?? '',
      elsewhere: [],
      state: 'suggested',
    });
  return { added: added.length - changed, changed, gone: before.size - changed };
}

function isCurrent(db: ReadableDb, article: string, revision: string): boolean {
  return (
    db
      .prepare<[string, string], number>(
        `SELECT 1 FROM articles a JOIN revisions r ON r.id = a.current_revision
         WHERE a.uuid = ? AND r.uuid = ? AND a.binned IS NULL`,
      )
      .pluck()
      .get(article, revision) !== undefined
  );
}

interface Standing {
  readonly row: number;
  readonly span: Span;
  readonly state: StatementState;
  readonly isBinned: boolean;
  /** Whether a person has had a hand in it. */
  readonly isDecided: boolean;
  /** Everything that a suggestion says, to be compared. */
  readonly told: string;
}

interface StandingRow extends Span {
  readonly row: number;
  readonly state: StatementState;
  readonly binned: string | null;
  readonly isTouched: 0 | 1;
  readonly kind: string;
  readonly gaps: string | null;
  readonly speaker: number | null;
  readonly role: string | null;
  readonly organization: number | null;
  readonly jointly: string;
  readonly described: string | null;
  readonly said: string | null;
  readonly confidence: number;
  readonly cue: string | null;
  readonly reason: string | null;
}

/** Every statement with a place in the revision, those in the bin too. */
function statementsStanding(db: ReadableDb, revision: string): Standing[] {
  return db
    .prepare<[string], StandingRow>(
      `SELECT s.id AS row, p.start, p."end", s.state, s.binned, s.modified <> s.created OR ${wasGiven} AS isTouched, s.kind, s.gaps,
         s.speaker, s.role, s.organization, ${jointSpeakersSql} AS jointly, s.described, s.said, s.confidence, s.cue, s.reason
       FROM statement_placements p JOIN statements s ON s.id = p.statement JOIN revisions r ON r.id = p.revision
       WHERE r.uuid = ? AND p.start IS NOT NULL`,
    )
    .all(revision)
    .map(({ row, start, end, state, binned, isTouched, gaps, speaker, role, organization, jointly, ...rest }) => ({
      row,
      span: { start, end },
      state,
      isBinned: binned !== null,
      isDecided: state !== 'suggested' || binned !== null || isTouched === 1,
      told: inOneLine({
        span: { start, end },
        gaps,
        first: [speaker, role, organization],
        others: jointSpeakersIn(jointly),
        ...rest,
      }),
    }));
}

/**
 * Whether a person has decided about a passage: they rejected or threw away the same, or hold a statement there
 * themselves, whatever edges they gave it.
 */
function isDecidedAbout({ span: own, state, isBinned }: Standing, span: Span): boolean {
  const shared = overlap(own, span);
  if (state === 'rejected' || isBinned) return shared >= sameStatement;
  return shared >= samePassage || (span.start <= own.start && own.end <= span.end);
}

function toldIn(db: WritableDb, suggestion: NewSuggestion): string {
  const { spans, kind, speakers, described, said, confidence, cue, reason } = suggestion;
  return inOneLine({
    span: outerSpan(spans),
    gaps: writtenGaps(gapsBetween(spans)),
    // As a row would hold them: a speaker may be called otherwise by now.
    first: firstSpeaker(db, speakers),
    others: speakers.slice(1),
    kind,
    described,
    said: said?.value ?? null,
    confidence,
    cue,
    reason: reason === undefined ? null : JSON.stringify(reason),
  });
}

interface Told {
  readonly span: Span;
  readonly gaps: string | null;
  readonly first: readonly [speaker: number | null, role: string | null, organization: number | null];
  readonly others: readonly {
    readonly name: string;
    readonly role: string | null;
    readonly organization: string | null;
  }[];
  readonly kind: string;
  readonly described: string | null;
  readonly said: string | null;
  readonly confidence: number;
  readonly cue: string | null;
  readonly reason: string | null;
}

function inOneLine({ span, gaps, first, others, kind, described, said, confidence, cue, reason }: Told): string {
  const names = others.map(({ name, role, organization }) => [name, role, organization]);
  return JSON.stringify([span.start, span.end, gaps, first, names, kind, described, said, confidence, cue, reason]);
}
