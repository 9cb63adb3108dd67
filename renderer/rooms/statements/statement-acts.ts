import type { Statement, StatementState } from '../../../main/contract/statements.ts';
import { api } from '../../api/api.ts';
import { perform } from '../../shared/state/undo.ts';
import type { StatementFields } from '../../shared/statement/statement-fields.ts';
import { statementTexts } from './texts.ts';

/** What a person can correct of a statement, as it is now. */
function presentFields({ kind, speaker, said }: Statement): StatementFields {
  return {
    kind,
    speaker: speaker === null ? null : { name: speaker.name, role: speaker.role, organization: speaker.organization },
    // The contract takes days; a time of day would be cut anyway.
    said: said === null ? null : said.value.slice(0, 10),
  };
}

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
  const before = presentFields(statement);
  return perform({
    label: statementTexts.acts.corrected,
    do: () => api.call('statements.update', { id, ...fields, state: 'confirmed' }),
    undo: () => api.call('statements.update', { id, ...before, state }),
  });
}
