import type { MethodInput } from '../../../main/contract/methods.ts';
import type { StatementKind } from '../../../main/contract/statements.ts';
import { isDateText } from '../lib/date-text.ts';

/** What the core needs of a statement besides its span. */
export type StatementFields = Pick<MethodInput<'statements.create'>, 'kind' | 'speaker' | 'said'>;

/** A statement as the form's fields have it: empty where nothing is known. */
export interface StatementValues {
  readonly speaker: string;
  readonly role: string;
  readonly organization: string;
  readonly kind: StatementKind;
  readonly said: string;
}

/** The fields as the core takes them; null when the date is none. */
export function fieldsOf(values: StatementValues): StatementFields | null {
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  const said = text(values.said);
  if (said !== null && !isDateText(said)) return null;
  const name = text(values.speaker);
  return {
    kind: values.kind,
    speaker: name === null ? null : { name, role: text(values.role), organization: text(values.organization) },
    said,
  };
}
