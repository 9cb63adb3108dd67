import type { PreciseDate } from '../../../main/contract/document.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const written = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}))?)?)?/;

/**
 * A date as its source gave it, never more precise and never moved into another zone: `2016`, `Nov 2016`,
 * `16 Nov 2016`, and with `time` also `16 Nov 2016, 14:05`.
 */
export function dateWords(date: PreciseDate, time = false): string {
  const parts = written.exec(date.value);
  if (parts === null) return date.value;
  const [, year = '', month, day, clock] = parts;
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (name === undefined) return year;
  if (day === undefined) return `${name} ${year}`;
  return `${Number(day)} ${name} ${year}${time && clock !== undefined ? `, ${clock}` : ''}`;
}

const instant = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant of this library's own doings, on the reader's clock: `2 Dec 2024, 09:11`. */
export function instantWords(value: string): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value : instant.format(date);
}

/** How long ago an instant was, in whole days: 0 for today. */
export function daysAgo(value: string, now: Date): number {
  const day = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((day(now) - day(new Date(value))) / 86_400_000);
}
