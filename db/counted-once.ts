import type { ReadableDb } from './types.ts';

/** Different questions whose answers are kept; a person who filters has a handful. */
const mostKept = 64;

interface Kept {
  readonly state: string;
  readonly answers: Map<string, unknown>;
}
const kept = new WeakMap<ReadableDb, Kept>();

/**
 * Answers what has to be counted over the whole library, once for each state of it: turning pages asks the same again and
 * again. `question` tells it apart from others. To be called inside a transaction, so that state and answer are of one instant.
 */
export function countedOnce<Answer>(db: ReadableDb, question: string, count: () => Answer): Answer {
  const state = stateOf(db);
  let known = kept.get(db);
  if (known?.state !== state) {
    known = { state, answers: new Map() };
    kept.set(db, known);
  }
  const { answers } = known;
  if (answers.has(question)) return answers.get(question) as Answer;
  const answer = count();
  if (answers.size >= mostKept) answers.clear();
  answers.set(question, answer);
  return answer;
}

/** Changes with every commit of another connection, and every change by this one. */
function stateOf(db: ReadableDb): string {
  const commits = db.prepare<[], number>('PRAGMA data_version').pluck().get();
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck().get();
  return `${commits}/${changes}`;
}
