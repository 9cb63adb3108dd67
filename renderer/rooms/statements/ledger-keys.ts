import { signal } from '@preact/signals';
import type { StatementRow, StatementState } from '../../../main/contract/statements.ts';
import { api } from '../../api/api.ts';
import { moveTo } from '../../shared/lib/choice.ts';
import { copyCitation } from '../../shared/state/clipboard.ts';
import { isTyping, useKeys } from '../../shared/state/keys.ts';
import { readOnly } from '../../shared/state/library.ts';
import { notify, notifyError } from '../../shared/state/notices.ts';
import { overlay } from '../../shared/state/overlays.ts';
import { navigate } from '../../shared/state/route.ts';
import { triageBindings } from '../../shared/statement/triage-keys.ts';
import { askedNow, ledger, ledgerAt, sort } from './ledger.ts';
import { chooseAll, chooseNone, chosenCount, extendBy, toggleAt } from './ledger-choice.ts';
import { askForSpeaker, decideChosen } from './many-acts.ts';
import { decideAbout } from './statement-acts.ts';
import { statementTexts } from './texts.ts';

const texts = statementTexts.keys;
/** Notices are read out already; the clipboard's own announcement has no second place here. */
const announcement = signal('');

export function openStatement(row: StatementRow): void {
  navigate({ room: 'reader', article: row.article, ...(row.span === null ? {} : { at: row.span.start }) });
}

export async function copyStatement(row: StatementRow): Promise<void> {
  try {
    const citation = await api.call('statements.cite', { id: row.id });
    await copyCitation({ announcement }, citation, `${statementTexts.copied}.`);
  } catch (thrown) {
    notifyError(thrown);
  }
}

export function correctStatement(row: StatementRow): void {
  overlay.value = { kind: 'correct', statement: row };
}

export function showElsewhere(row: StatementRow): void {
  overlay.value = { kind: 'elsewhere', statement: row.id };
}

/** Decides about a row, and goes on to the next that waits. What is so already only goes on. */
export function decideAt(index: number, state: StatementState): void {
  const row = ledger.row(index);
  if (row === undefined) return;
  if (row.state !== state) void decideAbout(row, state);
  if (state !== 'suggested') void goToNextWaiting(index);
}

/** Looks among the rows that are there first, so that a key pressed right after means the next row already. */
async function goToNextWaiting(from: number): Promise<void> {
  const total = ledger.total.value ?? 0;
  let at = from + 1;
  for (; at < total; at += 1) {
    const row = ledger.row(at);
    if (row === undefined) break;
    if (row.state === 'suggested') {
      ledgerAt.value = at;
      return;
    }
  }
  if (at >= total) {
    notify(statementTexts.noneWaits);
    return;
  }
  try {
    const next = await api.call('statements.nextWaiting', { ...askedNow(), sort: sort.value, after: at - 1 });
    // Whoever went elsewhere meanwhile stays there.
    if (ledgerAt.value !== from) return;
    if (next.at === null) notify(statementTexts.noneWaits);
    else ledgerAt.value = next.at;
  } catch (thrown) {
    notifyError(thrown);
  }
}

/** The keys of the ledger. */
export function useLedgerKeys(): void {
  const go = (step: number) => () => {
    ledgerAt.value = Math.max(0, moveTo(ledgerAt.value + step, ledger.total.value ?? 0).at);
  };
  const withRow = (run: (row: StatementRow) => unknown) => () => {
    const row = ledger.row(ledgerAt.value);
    if (row !== undefined) run(row);
  };
  const writable = () => !readOnly.value;
  /** About what is chosen, else about the row at the cursor. */
  const decide = (state: StatementState) => () =>
    chosenCount() > 0 ? decideChosen(state) : decideAt(ledgerAt.value, state);
  useKeys(
    {
      j: { label: texts.next, run: go(1) },
      ArrowDown: { label: texts.next, run: go(1), unlisted: true },
      k: { label: texts.previous, run: go(-1) },
      ArrowUp: { label: texts.previous, run: go(-1), unlisted: true },
      PageDown: { label: texts.next, run: go(8), unlisted: true },
      PageUp: { label: texts.previous, run: go(-8), unlisted: true },
      Home: { label: texts.previous, run: go(-Infinity), unlisted: true },
      End: { label: texts.next, run: go(Infinity), unlisted: true },
      Enter: { label: texts.open, run: withRow(openStatement) },
      ...triageBindings({
        confirm: { run: decide('confirmed'), when: writable },
        reject: { run: decide('rejected'), when: writable },
        takeBack: { run: decide('suggested'), when: writable },
        correct: {
          run: () => (chosenCount() > 0 ? askForSpeaker() : withRow(correctStatement)()),
          when: writable,
        },
        elsewhere: { run: withRow(showElsewhere) },
        copy: { run: withRow(copyStatement) },
      }),
      x: { label: texts.choose, run: () => toggleAt(ledgerAt.value), when: writable },
      Space: { label: texts.choose, run: () => toggleAt(ledgerAt.value), when: writable, unlisted: true },
      'Shift+ArrowDown': { label: texts.extend, run: () => extendBy(1), when: writable },
      'Shift+ArrowUp': { label: texts.extendBack, run: () => extendBy(-1), when: writable },
      'Mod+a': { label: texts.all, run: chooseAll, when: () => writable() && !isTyping(document.activeElement) },
      Escape: { label: texts.none, run: chooseNone, when: () => chosenCount() > 0 },
      '/': { label: texts.filter, run: () => document.getElementById('ledger-query')?.focus() },
    },
    { title: texts.title },
  );
}
