import type { Person } from '../../../main/contract/people.ts';
import type { Statement } from '../../../main/contract/statements.ts';

type Speaking = Pick<Statement, 'speakers' | 'described'>;

/** Who speaks, on one line: names, else how the article describes who does; null where nobody knows. */
export function whoSpeaks({ speakers, described }: Speaking): string | null {
  return speakers.length > 0 ? listed(speakers.map(({ name }) => name)) : described;
}

/** As what they speak: role and organisation, of several people each behind the name. An office that speaks for itself is named once. */
export function asWhat({ speakers }: Speaking): string {
  const parts = speakers
    .map((speaker) => ({ name: speaker.name, role: roleOf(speaker) }))
    .filter(({ role }) => role !== '');
  const [only] = parts;
  if (only !== undefined && speakers.length === 1) return only.role;
  return parts.map(({ name, role }) => `${name}: ${role}`).join('; ');
}

function roleOf({ name, role, organization }: Person): string {
  return [role, organization].filter((part) => part !== null && part !== name).join(' · ');
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
