import { signal } from '@preact/signals';
import type { StatementRow } from '../../../main/contract/statements.ts';
import { api } from '../../api/api.ts';
import { moveTo } from '../../shared/lib/choice.ts';
import { copyCitation } from '../../shared/state/clipboard.ts';
import { useKeys } from '../../shared/state/keys.ts';
import { readOnly } from '../../shared/state/library.ts';
import { notifyError } from '../../shared/state/notices.ts';
import { overlay } from '../../shared/state/overlays.ts';
import { navigate } from '../../shared/state/route.ts';
import { ledger, ledgerAt } from './ledger.ts';
import { decide } from './statement-acts.ts';
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

/** A second press of the same key takes the decision back to a suggestion. */
export function confirmStatement(row: StatementRow): void {
  void decide(row, row.state === 'confirmed' ? 'suggested' : 'confirmed');
}
export function rejectStatement(row: StatementRow): void {
  void decide(row, row.state === 'rejected' ? 'suggested' : 'rejected');
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
      c: { label: texts.confirm, run: withRow(confirmStatement), when: writable },
      e: { label: texts.correct, run: withRow(correctStatement), when: writable },
      r: { label: texts.reject, run: withRow(rejectStatement), when: writable },
      w: { label: texts.elsewhere, run: withRow(showElsewhere) },
      y: { label: texts.copy, run: withRow(copyStatement) },
      '/': { label: texts.filter, run: () => document.getElementById('ledger-query')?.focus() },
    },
    { title: texts.title },
  );
}
