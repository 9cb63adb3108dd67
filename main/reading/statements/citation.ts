import type { PreciseDate } from '../../contract/index.ts';
import type { Attribution } from './attribution.ts';
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
  /** SHA-256 of the revision's canonical text; its first twelve digits are told. */
  readonly sha256: string;
}

/** The exact words in quotation marks, and under them who said them, where they stand and how that can be checked. */
export function citation(words: string, source: CitedSource): string {
  const where = sentence([
    ...source.byline,
    `“${source.title}”`,
    source.publication,
    source.published === null ? null : writtenDate(source.published.value),
  ]);
  return [
    `${quoted(words)}\n—`,
    ...source.attribution.sentences,
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

function sentence(parts: readonly (string | null)[]): string {
  const text = parts.filter((part) => part !== null && part !== '').join(', ');
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
