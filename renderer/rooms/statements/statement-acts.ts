import { signal } from '@preact/signals';
import type { Statement, StatementState } from '../../../main/contract/statements.ts';
import { api } from '../../api/api.ts';
import { perform } from '../../shared/state/undo.ts';
import { fieldsOfStatement, type StatementFields } from '../../shared/statement/statement-fields.ts';
import { keepInPlace, ledgerAt, placeOf } from './ledger.ts';
import { statementTexts } from './texts.ts';

/** What was done last without a notice, for a screen reader: who sees it sees it in the list. */
export const announcement = signal('');

/** Confirms, rejects or makes a suggestion again. The row stays where it is, and whoever undoes it is led back to it. */
export async function decideAbout(statement: Statement, state: StatementState): Promise<void> {
  const { id } = statement;
  const change = async (to: StatementState): Promise<void> => {
    keepInPlace(id);
    await api.call('statements.update', { id, state: to });
  };
  const label = statementTexts.acts[state];
  const isDone = await perform({
    label,
    notice: state === 'rejected',
    do: () => change(state),
    undo: async () => {
      await change(statement.state);
      const at = placeOf(id);
      if (at >= 0) ledgerAt.value = at;
    },
  });
  if (isDone && state !== 'rejected') announcement.value = `${label}.`;
}

/** Changes speaker, kind or day; a corrected suggestion counts as confirmed. */
export function correct(statement: Statement, fields: StatementFields): Promise<boolean> {
  const { id, state } = statement;
  const before = fieldsOfStatement(statement);
  return perform({
    label: statementTexts.acts.corrected,
    do: () => api.call('statements.update', { id, ...fields, state: 'confirmed' }),
    undo: () => api.call('statements.update', { id, ...before, state }),
  });
}
