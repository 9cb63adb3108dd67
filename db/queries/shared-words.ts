import type { RevisionId, SharedWords, Span, StatementId, StatementRow } from '../../main/contract/index.ts';
import { howShared, spokenSpans, VerbatimError } from '../../main/contract/index.ts';
import type { ReadableDb } from '../types.ts';
import { shortened } from './edits.ts';
import { gapsIn } from './gaps.ts';
import { revisionText } from './placements.ts';

interface Standing {
  readonly row: number;
  readonly id: StatementId;
  readonly spans: readonly Span[];
  readonly who: string | null;
  readonly quote: string;
}

interface Row extends Omit<Standing, 'spans'>, Span {
  readonly gaps: string | null;
}

/**
 * Throws `conflict` where a person would give a statement the words of another, or words across an edge of another's: no
 * two utterances lie so. One within the other is a quotation in a quotation, and stays. What lay so before the act isn't
 * held against it.
 */
export function refuseSharedEdges(
  db: ReadableDb,
  {
    revision,
    spans,
    own,
    joins,
    leastSure,
  }: {
    readonly revision: string;
    readonly spans: readonly Span[];
    /** Whose words they are to be; null of a new statement. */
    readonly own: number | null;
    readonly joins: readonly string[];
    readonly leastSure: number;
  },
): void {
  const standing = shownIn(db, revision, leastSure);
  const before = standing.find(({ row }) => row === own)?.spans ?? [];
  for (const { row, id, spans: theirs, who, quote } of standing) {
    if (row === own || joins.includes(id)) continue;
    const how = howShared(spans, theirs);
    if ((how !== 'same' && how !== 'across') || how === howShared(before, theirs)) continue;
    const whose = who === null ? 'another statement' : `a statement by ${who}`;
    throw new VerbatimError(
      'conflict',
      how === 'same'
        ? `These words are already ${whose}. Nothing was changed: correct that one, or reject it first.`
        : `Some of these words are part of ${whose}, ${shortened(quote)}. Nothing was changed: join the two, or correct that one first.`,
      { statement: id, how },
    );
  }
}

/** Rows of the ledger with the other shown statements that share words with them. */
export function withShared(db: ReadableDb, rows: readonly StatementRow[], leastSure: number): StatementRow[] {
  const standing = new Map<RevisionId, readonly Standing[]>();
  return rows.map((row) => {
    if (row.spans.length === 0) return row;
    const others = standing.get(row.revision) ?? shownIn(db, row.revision, leastSure);
    standing.set(row.revision, others);
    const shares = others.flatMap(({ id, spans, who }): SharedWords[] => {
      const how = id === row.id ? null : howShared(row.spans, spans);
      return how === null ? [] : [{ id, how, who }];
    });
    return shares.length === 0 ? row : { ...row, shares };
  });
}

/** The statements that are shown in a revision, with their words' places. */
function shownIn(db: ReadableDb, revision: string, leastSure: number): readonly Standing[] {
  const rows = db
    .prepare<[string, number], Row>(
      `SELECT s.id AS row, s.uuid AS id, s.quote, s.gaps, p.start, p."end", coalesce(who.name, s.described) AS who
       FROM revisions r JOIN statement_placements p ON p.revision = r.id JOIN statements s ON s.id = p.statement
       LEFT JOIN speakers who ON who.id = s.speaker
       WHERE r.uuid = ? AND p.start IS NOT NULL AND s.binned IS NULL AND s.state <> 'rejected'
         AND NOT (s.state = 'suggested' AND s.confidence < ?) ORDER BY p.start, s.id`,
    )
    .all(revision, leastSure);
  // Only what interrupts words has to be looked for in the text.
  const text = rows.some(({ gaps }) => gaps !== null) ? (revisionText(db, revision) ?? '') : '';
  return rows.map(({ start, end, gaps, ...row }) => ({
    ...row,
    spans: gaps === null ? [{ start, end }] : spokenSpans(text, { start, end }, row.quote, gapsIn(gaps)),
  }));
}
