import type { MethodInput } from '../../../main/contract/methods.ts';
import type { Person } from '../../../main/contract/people.ts';
import type { Statement, StatementKind } from '../../../main/contract/statements.ts';
import { isDateText } from '../lib/date-text.ts';

/** What the core needs of a statement besides its span. */
export type StatementFields = Pick<MethodInput<'statements.create'>, 'kind' | 'speakers' | 'described' | 'said'>;

/** A speaker as the form's fields have it: empty where nothing is known. */
export interface SpeakerValues {
  readonly name: string;
  readonly role: string;
  readonly organization: string;
}

/** Who speaks, as the form's fields have it. */
export interface SpeakersValues {
  /** At least one, which may be empty. */
  readonly speakers: readonly SpeakerValues[];
  /** How the article calls whom it doesn't name. */
  readonly described: string;
}

/** A statement as the form's fields have it. */
export interface StatementValues extends SpeakersValues {
  readonly kind: StatementKind;
  readonly said: string;
}

export const noSpeaker: SpeakerValues = { name: '', role: '', organization: '' };

/** Somebody as the form's fields. */
export function speakerValues({ name, role, organization }: Person): SpeakerValues {
  return { name, role: role ?? '', organization: organization ?? '' };
}

/** What a person can correct of a statement, as it is now. The contract takes days; a time of day would be cut anyway. */
export function fieldsOfStatement({ kind, speakers, described, said }: Statement): StatementFields {
  return {
    kind,
    speakers: speakers.map(({ name, role, organization }) => ({ name, role, organization })),
    // Of one who is named the library may know a description too, which isn't told.
    ...(speakers.length > 0 ? {} : { described }),
    said: said === null ? null : said.value.slice(0, 10),
  };
}

/** A statement as the form's values. */
export function valuesOf(statement: Statement): StatementValues {
  const { kind, said } = fieldsOfStatement(statement);
  return { kind, ...speakersOf(statement), said: said ?? '' };
}

/** Who says a statement, as the form's values. */
export function speakersOf({ speakers, described }: Statement): SpeakersValues {
  return { speakers: speakers.length === 0 ? [noSpeaker] : speakers.map(speakerValues), described: described ?? '' };
}

/** The fields as the core takes them; null when the date is none. */
export function fieldsOf(values: StatementValues, initial: SpeakersValues): StatementFields | null {
  const said = saidOf(values.said);
  return said === undefined ? null : { kind: values.kind, ...speakerFieldsOf(values, initial), said };
}

/** A day as the core takes it: null where none is written, undefined where it is no day. */
export function saidOf(written: string): string | null | undefined {
  const said = text(written);
  return said === null || isDateText(said) ? said : undefined;
}

/** Who speaks as the core takes it. Who has no name is left out; a description goes along where it was changed. */
export function speakerFieldsOf(
  values: SpeakersValues,
  initial: SpeakersValues,
): Pick<StatementFields, 'speakers' | 'described'> {
  const speakers = values.speakers.flatMap((speaker) => {
    const name = text(speaker.name);
    return name === null ? [] : [{ name, role: text(speaker.role), organization: text(speaker.organization) }];
  });
  const described = text(values.described);
  const isSame = described === text(initial.described);
  return { speakers, ...(speakers.length > 0 || isSame ? {} : { described }) };
}

function text(value: string): string | null {
  return value.trim() === '' ? null : value.trim();
}
