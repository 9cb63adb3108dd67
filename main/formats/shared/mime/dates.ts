import type { PreciseDate } from '../../../contract/index.ts';
import { parseDate } from '../../../reading/document/dates.ts';
import type { HeaderFields } from './header-fields.ts';

/**
 * The moment that a message's head gives. "-0000" says that the zone is not known and the time is UTC
 * (RFC 5322, 3.3). Null without a readable one.
 */
export function dateOfHead(fields: HeaderFields): PreciseDate | null {
  return parseMailDate(fields.get('date') ?? '');
}

export function parseMailDate(text: string): PreciseDate | null {
  return parseDate(text.replace(/\([^()]*\)/gu, ' ').replace(/(?<=\d)\s*-0000\s*$/u, ' GMT'), 'en');
}

/** The same in UTC with milliseconds; null where the zone or the time of day is missing. */
export function instantOf(date: PreciseDate | null): string | null {
  if (date === null || !/(?:Z|[+-]\d{2}:\d{2})$/u.test(date.value)) return null;
  const instant = new Date(date.value);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
