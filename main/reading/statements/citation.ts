import type { PreciseDate, SpeakerReference } from '../../contract/index.ts';

/** What a citation tells besides the words. */
export interface CitedSource {
  /** Several speak together; empty for a passage that is nobody's statement, or of nobody who is known by name. */
  readonly speakers: readonly Pick<SpeakerReference, 'name' | 'role' | 'organization'>[];
  /** How the article calls a speaker whom it doesn't name. */
  readonly described: string | null;
  readonly said: PreciseDate | null;
  readonly byline: readonly string[];
  readonly title: string;
  readonly publication: string | null;
  readonly published: PreciseDate | null;
  readonly url: string | null;
  /** ISO 8601, or null where the file didn't say. */
  readonly captured: string | null;
  /** SHA-256 of the revision's canonical text; its first twelve digits are told. */
  readonly sha256: string;
}

/** The exact words in quotation marks, and under them who said them, where they stand and how that can be checked. */
export function citation(words: string, source: CitedSource): string {
  const said = source.said === null ? null : `said ${writtenDate(source.said.value)}`;
  const speakers = source.speakers.map(({ name, role, organization }) =>
    joined([name, role, unlessIn(organization, role)]),
  );
  const named = speakers.length > 0 ? speakers.join('; ') : source.described;
  const who = named === null ? [] : [sentence([named, said])];
  const where = sentence([
    ...source.byline,
    `“${source.title}”`,
    source.publication,
    source.published === null ? null : writtenDate(source.published.value),
  ]);
  return [
    `${quoted(words)}\n—`,
    ...who,
    where,
    ...(source.url === null ? [] : [source.url]),
    ...(source.captured === null ? [] : [`Captured ${writtenDate(source.captured)}.`]),
    `Text sha256:${source.sha256.slice(0, 12)}.`,
  ].join(' ');
}

/** Words that stand in quotation marks as a whole get no second pair. */
function quoted(words: string): string {
  return /^[“"«„][^“”"«»„]*[”"»“]$/u.test(words) ? words : `“${words}”`;
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(', ');
}

function sentence(parts: readonly (string | null)[]): string {
  const text = joined(parts);
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}

/** "Chief of the Tucson Police Department, Tucson Police Department" says it twice. */
function unlessIn(organization: string | null, role: string | null): string | null {
  if (organization === null || role === null) return organization;
  return role.toLowerCase().includes(organization.toLowerCase()) ? null : organization;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date cut at its precision in words, without its time: "16 November 2016". */
function writtenDate(value: string): string {
  const [, year = value, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(value) ?? [];
  const name = month === undefined ? undefined : months[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year]
    .filter((part) => part !== undefined)
    .join(' ');
}
