import { computed, signal } from '@preact/signals';
import { notify, notifyError } from './notices.ts';

/** Something a person did that can be taken back. `do` runs at first and at every redo. */
export interface Act {
  /** What was done, as a sentence without its full stop: "Note deleted". */
  readonly label: string;
  readonly do: () => Promise<unknown>;
  readonly undo: () => Promise<unknown>;
  /** Whether a notice offers Undo. Not for what is plain to see and done often, such as a highlight. */
  readonly notice?: boolean;
  /** A sentence that the notice adds, on how long it can be taken back. */
  readonly remark?: string;
}

/** Acts kept at most. */
const kept = 200;
const past = signal<readonly Act[]>([]);
const future = signal<readonly Act[]>([]);

/** What undo and redo would do next; null when there is nothing. */
export const undoLabel = computed(() => past.value.at(-1)?.label ?? null);
export const redoLabel = computed(() => future.value.at(-1)?.label ?? null);

/** Acts run one after the other, so that an undo never overtakes what it undoes. */
let last: Promise<unknown> = Promise.resolve();
let running = 0;
function inTurn(run: () => Promise<boolean>): Promise<boolean> {
  running += 1;
  const turn = last
    .then(run)
    .catch((thrown: unknown) => {
      notifyError(thrown);
      return false;
    })
    .finally(() => {
      running -= 1;
    });
  last = turn;
  return turn;
}

/** Whether an act is being done. */
export function actsRun(): boolean {
  return running > 0;
}

/** Runs what depends on the acts that are being done, such as a key pressed right after another, when they are done. */
export function afterActs(run: () => void): void {
  void last.then(run);
}

/** Does something and remembers how to take it back. False when it failed, which has been told then. */
export function perform(act: Act): Promise<boolean> {
  return inTurn(async () => {
    await act.do();
    past.value = [...past.value, act].slice(-kept);
    future.value = [];
    const told = act.remark === undefined ? `${act.label}.` : `${act.label}. ${act.remark}`;
    if (act.notice !== false) notify(told, { action: { label: 'Undo', run: () => void undoAct(act) } });
    return true;
  });
}

/** Takes back the last act. False when there is none or it failed; a failed one stays where it was. */
export function undo(): Promise<boolean> {
  return inTurn(async () => {
    const act = past.value.at(-1);
    return act === undefined ? false : takeBack(act);
  });
}

/** Does the last undone act again. */
export function redo(): Promise<boolean> {
  return inTurn(async () => {
    const act = future.value.at(-1);
    if (act === undefined) return false;
    await act.do();
    future.value = future.value.slice(0, -1);
    past.value = [...past.value, act];
    notify(`Done again: ${lowerFirst(act.label)}.`);
    return true;
  });
}

/** Takes back one act of a notice, though others may have come after it. */
function undoAct(act: Act): Promise<boolean> {
  return inTurn(async () => (past.value.includes(act) ? takeBack(act) : false));
}

async function takeBack(act: Act): Promise<boolean> {
  await act.undo();
  past.value = past.value.filter((one) => one !== act);
  future.value = [...future.value, act];
  notify(`Undone: ${lowerFirst(act.label)}.`);
  return true;
}

function lowerFirst(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** Forgets everything: another library was opened. */
export function forgetActs(): void {
  past.value = [];
  future.value = [];
}
