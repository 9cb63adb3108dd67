import type { PreciseDate } from '../../../../contract/index.ts';

const written =
  /^(?:D:)?(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2}))?)?)?)?)?(?:(Z)|([+-])(\d{2})'?(?:(\d{2})'?)?)?/u;

/** A PDF's date, `D:20161116140509+01'00'` (ISO 32000-2, 7.9.4), as precisely as it is given; null for none. */
export function readPdfDate(text: string): PreciseDate | null {
  const match = written.exec(text.trim());
  if (match === null) return null;
  const [, year = '', month, day, hour, minute, second, utc, sign, zoneHours, zoneMinutes] = match;
  if (Number(year) < 1990 || Number(year) > 2200) return null;
  if (month === undefined) return { value: year, precision: 'year' };
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return { value: `${year}-${month}`, precision: 'month' };
  const date = `${year}-${month}-${day}`;
  if (Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return null;
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59)
    return { value: date, precision: 'day' };
  const offset = utc ?? (zoneHours === undefined ? '' : `${sign}${zoneHours}:${zoneMinutes ?? '00'}`);
  const zone = /^[+-]00:00$/u.test(offset) ? 'Z' : offset;
  if (second === undefined || Number(second) > 59)
    return { value: `${date}T${hour}:${minute}${zone}`, precision: 'minute' };
  return { value: `${date}T${hour}:${minute}:${second}${zone}`, precision: 'second' };
}
