import { type PreciseDate, sealInWords } from '../../contract/index.ts';
import type { Attribution } from './attribution.ts';
import { type CitationValues, type FilledPiece, fillTemplate } from './citation-template.ts';
import { writtenDate } from './written-date.ts';

/** What a citation tells besides the words. */
export interface CitedSource {
  /** Whose words they are. */
  readonly attribution: Attribution;
  readonly byline: readonly string[];
  readonly title: string;
  readonly publication: string | null;
  readonly published: PreciseDate | null;
  readonly url: string | null;
  /** ISO 8601, or null where the file didn't say. */
  readonly captured: string | null;
  /** SHA-256 of the revision's canonical text. */
  readonly sha256: string;
}

/**
 * A citation by a template, line by line, ready to be written in any form. What must not be left unsaid and the
 * template doesn't tell stands in a line of its own at the end.
 */
export function citationLines(
  template: string,
  words: string,
  source: CitedSource,
): readonly (readonly FilledPiece[])[] {
  const lines = fillTemplate(template, valuesOf(words, source));
  const { reservations } = source.attribution;
  const told = lines.flat().some((piece) => piece.kind === 'value' && piece.name === 'attribution');
  if (told || reservations.length === 0) return lines;
  return [...lines, [{ kind: 'text', text: reservations.join(' ') }]];
}

function valuesOf(words: string, source: CitedSource): CitationValues {
  const { attribution, byline, title, publication, captured, sha256 } = source;
  const published = source.published === null ? null : writtenDate(source.published.value);
  const { speakers } = attribution;
  return {
    quotation: quoted(words),
    words,
    attribution: joined(attribution.sentences, ' '),
    speaker: joined(speakers.map(({ name }) => name)),
    role: joined(speakers.map(({ role }) => role)),
    organisation: joined(speakers.map(({ organization }) => organization)),
    said: joined(attribution.said.map(writtenDate)),
    source: sentence([...byline, `“${title}”`, publication, published]),
    authors: joined(byline, ', '),
    title,
    publication,
    published,
    address: source.url,
    captured: captured === null ? null : writtenDate(captured),
    seal: `${sealInWords[attribution.seal]}.`,
    hash: sha256.slice(0, 12),
    'whole hash': sha256,
  };
}

/** Words that stand in quotation marks as a whole get no second pair. */
function quoted(words: string): string {
  return /^[“"«„][^“”"«»„]*[”"»“]$/u.test(words) ? words : `“${words}”`;
}

/** What is known of some things, each once; null where nothing is. */
function joined(parts: readonly (string | null)[], between = '; '): string | null {
  const known = [...new Set(parts)].filter((part) => part !== null && part !== '');
  return known.length === 0 ? null : known.join(between);
}

function sentence(parts: readonly (string | null)[]): string {
  const text = parts.filter((part) => part !== null && part !== '').join(', ');
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
