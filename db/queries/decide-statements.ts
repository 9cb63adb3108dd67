import type { StatementState } from '../../main/contract/index.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { recordEdit } from './edits.ts';
import { ensureSpeaker } from './speakers.ts';

/** What is done with each of many statements. */
export type Decision = { readonly state: StatementState } | { readonly speaker: string };

/** A statement that an act changed: as it was, and as the act left it. Rows, for there may be hundreds of thousands. */
export interface DecidedStatement {
  readonly row: number;
  readonly before: Decided;
  readonly after: Decided;
}
interface Decided {
  readonly state: StatementState;
  readonly speaker: number | null;
  /** Who had decided so. */
  readonly broughtBy: string | null;
}

export interface DecidedPart {
  readonly changed: readonly DecidedStatement[];
  readonly unchanged: number;
  readonly together: number;
  readonly left: number;
}

interface Row extends Decided {
  readonly row: number;
  readonly id: string;
  readonly confidence: number;
  readonly isGone: number;
  readonly isJoint: number;
}

/**
 * Decides about statements by row, each with a line of its own in the log. `leastSure` is what was shown to whoever
 * decided: a suggestion that is less sure is left as it is.
 */
export function decideStatements(
  db: WritableDb,
  rows: readonly number[],
  decision: Decision,
  leastSure: number,
): DecidedPart {
  const speaker = 'speaker' in decision ? ensureSpeaker(db, decision.speaker) : null;
  const changed: DecidedStatement[] = [];
  const counts = { unchanged: 0, together: 0, left: 0 };
  for (const { row, id, confidence, isGone, isJoint, ...before } of statementsAt(db, rows)) {
    const after: Decided =
      'state' in decision
        ? { ...before, state: decision.state, broughtBy: null }
        : { state: before.state === 'suggested' ? 'confirmed' : before.state, speaker, broughtBy: null };
    if (isGone === 1 || (before.state === 'suggested' && confidence < leastSure)) counts.left += 1;
    else if (speaker !== null && isJoint === 1) counts.together += 1;
    else if (after.state === before.state && after.speaker === before.speaker) counts.unchanged += 1;
    else {
      write(db, row, after);
      changed.push({ row, before, after });
      const told =
        'state' in decision ? `state ${decision.state}` : `speaker ${decision.speaker}, state ${after.state}`;
      recordEdit(db, 'statement', `statement ${id}`, `Changed with others: ${told}.`);
    }
  }
  return { changed, ...counts };
}

/** Puts statements back as they were, where they still are as the act left them; answers how many. */
export function takeDecisionsBack(db: WritableDb, decided: readonly DecidedStatement[]): number {
  const there = new Map(
    statementsAt(
      db,
      decided.map(({ row }) => row),
    ).map((row) => [row.row, row]),
  );
  let count = 0;
  for (const { row, before, after } of decided) {
    const now = there.get(row);
    if (now === undefined || now.state !== after.state || now.speaker !== after.speaker) continue;
    write(db, row, before);
    recordEdit(db, 'statement', `statement ${now.id}`, `Taken back with others: state ${before.state}.`);
    count += 1;
  }
  return count;
}

function write(db: WritableDb, row: number, { state, speaker, broughtBy }: Decided): void {
  db.prepare('UPDATE statements SET state = ?, speaker = ?, brought_by = ?, modified = ? WHERE id = ?').run(
    state,
    speaker,
    broughtBy,
    now(),
    row,
  );
}

function statementsAt(db: ReadableDb, rows: readonly number[]): Row[] {
  return db
    .prepare<[string], Row>(
      `SELECT s.id AS row, s.uuid AS id, s.state, s.speaker, s.brought_by AS broughtBy, s.confidence,
         s.binned IS NOT NULL OR a.binned IS NOT NULL AS isGone,
         EXISTS (SELECT 1 FROM joint_speakers j WHERE j.statement = s.id) AS isJoint
       FROM json_each(?) wanted JOIN statements s ON s.id = wanted.value JOIN articles a ON a.id = s.article ORDER BY wanted.key`,
    )
    .all(JSON.stringify(rows));
}
