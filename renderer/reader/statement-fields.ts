import type { MethodInput } from '../../main/contract/methods.ts';
import type { StatementKind } from '../../main/contract/records.ts';

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
  if (said !== null && !isDate(said)) return null;
  const name = text(values.speaker);
  return {
    kind: values.kind,
    speaker: name === null ? null : { name, role: text(values.role), organization: text(values.organization) },
    said,
  };
}

/** A day that is in the calendar, or a month, or a year. */
function isDate(value: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (parts === null) return false;
  const [, year = '', month = '01', day = '01'] = parts;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
