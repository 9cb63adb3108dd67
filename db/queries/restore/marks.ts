import type { AnnotationRecord, CodeId, PlacementRecord, StatementRecord } from '../../../main/contract/index.ts';
import type { WritableDb } from '../../types.ts';
import { writtenGaps } from '../gaps.ts';
import type { MarkKind } from '../placements.ts';
import { ensureOrganizationKnownAs, ensureSpeakerKnownAs } from '../speakers.ts';
import { datedSql } from '../statement-dates.ts';
import type { CodeMap } from './codes.ts';
import { type RevisionRows, rowOf } from './revisions.ts';

/** Adds a statement and answers its rowid. */
export function restoreStatement(
  db: WritableDb,
  article: number,
  statement: StatementRecord,
  revisions: RevisionRows,
  fromPackage: string,
): number {
  const added = db
    .prepare(
      `INSERT INTO statements (uuid, article, made_in, kind, state, speaker, role, organization, described, said, said_in_words, dated, confidence, cue, reason, quote, gaps, prefix, suffix, created, modified, brought_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${datedSql('?', '?')}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      statement.id,
      article,
      rowOf(revisions, statement.madeIn),
      statement.kind,
      statement.state,
      statement.speaker === null ? null : ensureSpeakerKnownAs(db, statement.speaker),
      statement.role,
      statement.organization === null ? null : ensureOrganizationKnownAs(db, statement.organization),
      statement.described ?? null,
      statement.said,
      statement.saidInWords ?? null,
      statement.said,
      article,
      statement.confidence,
      statement.cue,
      statement.reason === undefined ? null : JSON.stringify(statement.reason),
      statement.quote,
      writtenGaps(statement.gaps ?? []),
      statement.prefix,
      statement.suffix,
      statement.created,
      statement.modified,
      fromPackage,
    );
  const row = Number(added.lastInsertRowid);
  for (const [index, { speaker, role, organization }] of (statement.jointly ?? []).entries())
    db.prepare(
      'INSERT INTO joint_speakers (statement, position, speaker, role, organization) VALUES (?, ?, ?, ?, ?)',
    ).run(
      row,
      index + 1,
      ensureSpeakerKnownAs(db, speaker),
      role,
      organization === null ? null : ensureOrganizationKnownAs(db, organization),
    );
  restorePlacements(db, 'statement', row, statement.placements, revisions);
  return row;
}

function restorePlacements(
  db: WritableDb,
  kind: MarkKind,
  mark: number,
  placements: readonly PlacementRecord[],
  revisions: RevisionRows,
): void {
  const insert = db.prepare(
    `INSERT INTO ${kind}_placements (${kind}, revision, placement, start, "end") VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (${kind}, revision) DO UPDATE SET placement = excluded.placement, start = excluded.start, "end" = excluded."end"`,
  );
  for (const { revision, placement, start, end } of placements)
    insert.run(mark, rowOf(revisions, revision), placement, start, end);
}

/** Adds an annotation with its places and its codes. */
export function restoreAnnotation(
  db: WritableDb,
  article: number,
  annotation: AnnotationRecord,
  revisions: RevisionRows,
  codes: CodeMap,
): void {
  const row = insertAnnotation(db, article, rowOf(revisions, annotation.madeIn), annotation);
  restorePlacements(db, 'annotation', row, annotation.placements, revisions);
  linkCodes(
    db,
    row,
    annotation.codes.map((code) => codes[code] ?? code),
  );
}

/** One row of annotations, as it was made elsewhere; answers its rowid. */
export function insertAnnotation(
  db: WritableDb,
  article: number,
  revision: number,
  annotation: Omit<AnnotationRecord, 'codes' | 'placements' | 'madeIn'>,
): number {
  return Number(
    db
      .prepare(
        'INSERT INTO annotations (uuid, article, made_in, color, note, quote, prefix, suffix, created, modified) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        annotation.id,
        article,
        revision,
        annotation.color,
        annotation.note,
        annotation.quote,
        annotation.prefix,
        annotation.suffix,
        annotation.created,
        annotation.modified,
      ).lastInsertRowid,
  );
}

/** Codes an annotation; codes that are not here are passed over. */
export function linkCodes(db: WritableDb, annotation: number, codes: readonly CodeId[]): void {
  const link = db.prepare(
    'INSERT OR IGNORE INTO annotation_codes (annotation, code) SELECT ?, id FROM codes WHERE uuid = ?',
  );
  for (const code of codes) link.run(annotation, code);
}
