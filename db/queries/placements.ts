import type { Placement, RevisionId, Selectors, Span } from '../../main/contract/index.ts';
import { textIn } from '../revision-contents.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { recordEvent } from './events.ts';
import { indexedWords, indexStatement, type StatementInText, statementsInTextSql } from './search-index.ts';

export type MarkKind = 'annotation' | 'statement';

/** Where a mark stands in one revision. */
export interface MarkPlacement {
  readonly revision: string;
  readonly placement: Placement;
  readonly span: Span | null;
}

export function writePlacement(db: WritableDb, kind: MarkKind, mark: number, place: MarkPlacement): void {
  const revision = db.prepare<[string], number>('SELECT id FROM revisions WHERE uuid = ?').pluck().get(place.revision);
  if (revision === undefined) return;
  // No INSERT … SELECT: see `search-index.ts`.
  db.prepare(
    `INSERT INTO ${kind}_placements (${kind}, revision, placement, start, "end") VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (${kind}, revision) DO UPDATE SET placement = excluded.placement, start = excluded.start, "end" = excluded."end"`,
  ).run(mark, revision, place.placement, place.span?.start ?? null, place.span?.end ?? null);
}

/** A mark that waits to be placed in a revision. */
export interface MarkToPlace {
  readonly kind: MarkKind;
  readonly id: string;
  /** As it was made. */
  readonly selectors: Selectors;
  /** Where it stood in the revision before, where it stood there. */
  readonly before: Span | null;
}

/** The marks of an article, in the bin or not, that have no place in a revision yet. */
export function marksToPlace(db: ReadableDb, fromRevision: string, toRevision: string): MarkToPlace[] {
  const ofKind = (kind: MarkKind): MarkToPlace[] =>
    db
      .prepare<
        [{ fromRevision: string; toRevision: string }],
        {
          id: string;
          exact: string;
          prefix: string;
          suffix: string;
          madeStart: number;
          madeEnd: number;
          start: number | null;
          end: number | null;
        }
      >(
        `SELECT m.uuid AS id, m.quote AS exact, m.prefix, m.suffix, coalesce(made.start, 0) AS madeStart, coalesce(made."end", 0) AS madeEnd,
           p.start AS start, p."end" AS "end"
         FROM revisions target JOIN ${kind}s m ON m.article = target.article
         JOIN ${kind}_placements made ON made.${kind} = m.id AND made.revision = m.made_in
         LEFT JOIN ${kind}_placements p ON p.${kind} = m.id AND p.revision = (SELECT id FROM revisions WHERE uuid = :fromRevision)
         WHERE target.uuid = :toRevision
           AND NOT EXISTS (SELECT 1 FROM ${kind}_placements t WHERE t.${kind} = m.id AND t.revision = target.id)
         ORDER BY m.id`,
      )
      .all({ fromRevision, toRevision })
      .map((row) => ({
        kind,
        id: row.id,
        selectors: {
          quote: { exact: row.exact, prefix: row.prefix, suffix: row.suffix },
          position: { start: row.madeStart, end: row.madeEnd },
        },
        before: row.start === null || row.end === null ? null : { start: row.start, end: row.end },
      }));
  return [...ofKind('annotation'), ...ofKind('statement')];
}

/** Writes the places of marks in a new revision and tells how many of the live ones stand how. */
export function placeMarks(
  db: WritableDb,
  placing: {
    readonly revision: string;
    readonly agent: string;
    /** A sentence for the log about marks that could not be looked for, or null. */
    readonly remark: string | null;
    readonly marks: readonly {
      readonly kind: MarkKind;
      readonly id: string;
      readonly placement: Placement;
      readonly span: Span | null;
    }[];
  },
): Record<Placement, number> {
  const counts: Record<Placement, number> = { exact: 0, moved: 0, changed: 0, lost: 0 };
  for (const mark of placing.marks) {
    const live = mark.kind === 'annotation' ? 'binned IS NULL' : "binned IS NULL AND state <> 'rejected'";
    const row = db
      .prepare<[string], { id: number; counts: number }>(
        `SELECT id, (${live}) AS counts FROM ${mark.kind}s WHERE uuid = ?`,
      )
      .get(mark.id);
    if (row === undefined) continue;
    writePlacement(db, mark.kind, row.id, { revision: placing.revision, placement: mark.placement, span: mark.span });
    if (mark.kind === 'statement') indexStatementWords(db, row.id);
    if (row.counts === 1) counts[mark.placement] += 1;
  }
  if (placing.marks.length > 0)
    recordEvent(db, {
      kind: 'placement',
      agent: placing.agent,
      subject: `revision ${placing.revision}`,
      outcome: counts.lost > 0 || placing.remark !== null ? 'warning' : 'success',
      detail: `Marks placed again: ${counts.exact} exact, ${counts.moved} moved, ${counts.changed} changed, ${counts.lost} lost.${placing.remark === null ? '' : ` ${placing.remark}`}`,
    });
  return counts;
}

/** Brings the index of statements into agreement with where a statement stands in its article's current revision. */
export function indexStatementWords(db: WritableDb, statement: number): void {
  const row = db.prepare<[number], StatementInText>(`${statementsInTextSql} AND s.id = ?`).get(statement);
  indexStatement(db, statement, row === undefined ? null : indexedWords(row));
}

/** The canonical texts of an article's revisions, the current one told apart; empty when there is no such live article. */
export function revisionTexts(
  db: ReadableDb,
  article: string,
): { readonly revision: RevisionId; readonly current: boolean; readonly text: string }[] {
  return db
    .prepare<[string], { revision: RevisionId; current: number; words: Uint8Array }>(
      `SELECT r.uuid AS revision, r.id = a.current_revision AS current, k.words
       FROM revisions r JOIN revision_contents k ON k.revision = r.id JOIN articles a ON a.id = r.article
       WHERE a.uuid = ? AND a.binned IS NULL ORDER BY r.number`,
    )
    .all(article)
    .map(({ revision, current, words }) => ({ revision, current: current === 1, text: textIn(words) }));
}

/** The canonical text of one revision, or null. */
export function revisionText(db: ReadableDb, revision: string): string | null {
  const words = db
    .prepare<[string], Uint8Array>(
      'SELECT k.words FROM revisions r JOIN revision_contents k ON k.revision = r.id WHERE r.uuid = ?',
    )
    .pluck()
    .get(revision);
  return words === undefined ? null : textIn(words);
}
