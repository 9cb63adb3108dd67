import type { Statement, StatementState } from '../../../main/contract/statements.ts';
import { api } from '../../api/api.ts';
import { perform } from '../../shared/state/undo.ts';
import { fieldsOfStatement, type StatementFields } from '../../shared/statement/statement-fields.ts';
import { statementTexts } from './texts.ts';

/** Confirms, rejects or takes back in. */
export function decide(statement: Statement, state: StatementState): Promise<boolean> {
  const { id } = statement;
  return perform({
    label: statementTexts.acts[state],
    notice: state === 'rejected',
    do: () => api.call('statements.update', { id, state }),
    undo: () => api.call('statements.update', { id, state: statement.state }),
  });
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
