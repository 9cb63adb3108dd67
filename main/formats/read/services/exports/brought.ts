import type { ForeignMark, ForeignMarks, PreciseDate } from '../../../../contract/index.ts';
import type { MentionedArticle } from '../../../format.ts';
import { absolute } from '../../../shared/xml/find.ts';

/** What the exports of reading services, bookmark lists and annotation programs have in common. */

const longestLine = 1000;
const longestTag = 200;

/** A title or name on one line, without control characters; null where nothing is left. */
export function cleanLine(text: string | null | undefined, longest = longestLine): string | null {
  const line = (text ?? '')
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
  return line === '' ? null : line.slice(0, longest).toWellFormed();
}

/** Tags, each once whatever its case; a name with a hundred thousand letters is no tag. */
export function cleanTags(tags: Iterable<string>): string[] {
  const kept = new Map<string, string>();
  for (const tag of tags) {
    const line = cleanLine(tag.replace(/^#/u, ''), longestTag);
    if (line !== null && !kept.has(line.toLowerCase())) kept.set(line.toLowerCase(), line);
  }
  return [...kept.values()];
}

/** An address of the web, or null: scripts, folders and browsers' own pages are none. */
export function webAddress(written: string | null | undefined): string | null {
  const address = absolute((written ?? '').trim(), null);
  return address !== null && /^https?:/iu.test(address) ? address : null;
}

/**
 * An instant from what exports write: seconds or milliseconds since 1970, or ISO 8601 and what is near it.
 * Nothing without a year is one: "0" stands for “never”, and JavaScript makes the year 2000 of it.
 */
export function instantOf(written: string | number | null | undefined): string | null {
  if (written === null || written === undefined) return null;
  const text = String(written).trim();
  const number = /^\d{9,14}(?:\.\d+)?$/u.test(text) ? Number(text) : null;
  const isoLike = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/u.exec(text);
  const zone = isoLike?.[3] === undefined || isoLike[3] === 'UTC' ? 'Z' : isoLike[3];
  const date =
    number !== null
      ? new Date(number < 1e11 ? number * 1000 : number)
      : new Date(isoLike === null ? text : `${isoLike[1]}T${isoLike[2]}${zone}`);
  const isSane = date.getTime() > 0 && date.getUTCFullYear() < 3000;
  return isSane && (number !== null || /\b\d{4}\b/u.test(text)) ? date.toISOString() : null;
}

/** A mark with nothing but what is given. */
export function markOf(given: Partial<ForeignMark>): ForeignMark {
  return {
    id: null,
    quote: null,
    start: null,
    note: '',
    color: null,
    tags: [],
    created: null,
    modified: null,
    ...given,
  };
}

/** A quotation whose surroundings are not known. */
export function quoteOf(exact: string): ForeignMark['quote'] {
  return { exact, prefix: '', suffix: '' };
}

/** The mention of an article that an export lists without its words. */
export function listed(page: {
  readonly part: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly published?: PreciseDate | null;
  readonly marks: ForeignMarks;
}): MentionedArticle {
  const { part, title, url, published, marks } = page;
  const reason =
    url === null
      ? `No content here, and no address of the web (${marks.program}).`
      : `No content here, only its address (${marks.program}). Save the page and add that.`;
  const brings = marks.tags.length + marks.marks.length > 0;
  return {
    kind: 'mentioned',
    part,
    title,
    url,
    published: published ?? null,
    reason,
    ...(brings ? { marks } : {}),
  };
}
