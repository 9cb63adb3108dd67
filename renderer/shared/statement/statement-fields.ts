import type { MethodInput } from '../../../main/contract/methods.ts';
import type { Person } from '../../../main/contract/people.ts';
import type { Statement, StatementKind } from '../../../main/contract/statements.ts';
import { isDateText } from '../lib/date-text.ts';

/** What the core needs of a statement besides its span. */
export type StatementFields = Pick<MethodInput<'statements.create'>, 'kind' | 'speakers' | 'said'>;

/** A speaker as the form's fields have it: empty where nothing is known. */
export interface SpeakerValues {
  readonly name: string;
  readonly role: string;
  readonly organization: string;
}

/** A statement as the form's fields have it. */
export interface StatementValues {
  /** At least one, which may be empty. */
  readonly speakers: readonly SpeakerValues[];
  readonly kind: StatementKind;
  readonly said: string;
}

export const noSpeaker: SpeakerValues = { name: '', role: '', organization: '' };

/** Somebody as the form's fields. */
export function speakerValues({ name, role, organization }: Person): SpeakerValues {
  return { name, role: role ?? '', organization: organization ?? '' };
}

/** What a person can correct of a statement, as it is now. The contract takes days; a time of day would be cut anyway. */
export function fieldsOfStatement({ kind, speakers, said }: Statement): StatementFields {
  return {
    kind,
    speakers: speakers.map(({ name, role, organization }) => ({ name, role, organization })),
    said: said === null ? null : said.value.slice(0, 10),
  };
}

/** A statement as the form's values. */
export function valuesOf(statement: Statement): StatementValues {
  const { kind, speakers, said } = fieldsOfStatement(statement);
  return { kind, speakers: speakers.length === 0 ? [noSpeaker] : speakers.map(speakerValues), said: said ?? '' };
}

/** The fields as the core takes them; null when the date is none. Who has no name is left out. */
export function fieldsOf(values: StatementValues): StatementFields | null {
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  const said = text(values.said);
  if (said !== null && !isDateText(said)) return null;
  const speakers = values.speakers.flatMap((speaker) => {
    const name = text(speaker.name);
    return name === null ? [] : [{ name, role: text(speaker.role), organization: text(speaker.organization) }];
  });
  return { kind: values.kind, speakers, said };
}
