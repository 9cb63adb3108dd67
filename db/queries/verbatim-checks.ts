import type { RevisionId, Sha256, VerbatimState } from '../../main/contract/index.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';

/** What became of the comparison of one revision with its original. */
export interface VerbatimOutcome {
  readonly revision: RevisionId;
  readonly state: 'sound' | 'differs' | 'not-compared';
  readonly reason: string | null;
}

/** Where a walk through all revisions stands: those of one original come one after the other. */
export interface RevisionPlace {
  /** Internal rowids. */
  readonly original: number;
  readonly row: number;
}

/** How many revisions there are, those in the bin too. */
export function countRevisions(db: ReadableDb): number {
  return db.prepare<[], number>('SELECT count(*) FROM revisions').pluck().get() ?? 0;
}

/** A page of all revisions by their originals, those in the bin too. */
export function revisionsByOriginal(
  db: ReadableDb,
  after: RevisionPlace,
  limit: number,
): readonly (RevisionPlace & { readonly id: RevisionId })[] {
  return db
    .prepare<[RevisionPlace & { limit: number }], RevisionPlace & { readonly id: RevisionId }>(
      `SELECT c.original, r.id AS row, r.uuid AS id FROM captures c JOIN revisions r ON r.capture = c.id
       WHERE (c.original, r.id) > (:original, :row) ORDER BY c.original, r.id LIMIT :limit`,
    )
    .all({ ...after, limit });
}

/** Revisions of these originals that could not be compared. */
export function notComparedOf(db: ReadableDb, originals: readonly Sha256[]): RevisionId[] {
  return db
    .prepare<[string], RevisionId>(
      `SELECT r.uuid FROM originals o JOIN captures c ON c.original = o.id JOIN revisions r ON r.capture = c.id
       JOIN verbatim_checks v ON v.revision = r.id
       WHERE o.sha256 IN (SELECT value FROM json_each(?)) AND v.state = 'not-compared' ORDER BY r.id`,
    )
    .pluck()
    .all(JSON.stringify(originals));
}

/**
 * Keeps what a comparison found, in place of what the last one did. Words that are known to differ stay so while they
 * can't be compared. Revisions that are gone are passed over.
 */
export function recordVerbatim(db: WritableDb, outcomes: readonly VerbatimOutcome[], agent: string): void {
  const keep = db.prepare(
    `INSERT INTO verbatim_checks (revision, state, reason, at, agent)
     SELECT id, :state, :reason, :at, :agent FROM revisions WHERE uuid = :revision
     ON CONFLICT (revision) DO UPDATE SET state = excluded.state, reason = excluded.reason, at = excluded.at, agent = excluded.agent
       WHERE NOT (state = 'differs' AND excluded.state = 'not-compared')`,
  );
  const at = now();
  for (const outcome of outcomes) keep.run({ ...outcome, at, agent });
}

/** What is known of a revision by its rowid; null where it was made here and never compared since. */
export function verbatimState(db: ReadableDb, revision: number): VerbatimState | null {
  const row = db
    .prepare<
      [number],
      { state: VerbatimState['state']; reason: string | null; at: string | null; agent: string | null }
    >('SELECT state, reason, at, agent FROM verbatim_checks WHERE revision = ?')
    .get(revision);
  if (row === undefined) return null;
  const { state, reason, at, agent } = row;
  if (state === 'not-compared') return { state, reason };
  const when = { at: at ?? '', agent: agent ?? '' };
  return state === 'sound' ? { state, ...when } : { state, reason: reason ?? '', ...when };
}
