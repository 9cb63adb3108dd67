const whole = new Intl.NumberFormat('en-GB');
const decimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** 1284 → `1,284`. */
export function figure(value: number): string {
  return whole.format(value);
}

/** A number with its noun: `1 article`, `1,284 articles`. */
export function counted(value: number, one: string, many: string = `${one}s`): string {
  return `${whole.format(value)} ${value === 1 ? one : many}`;
}

/** Bytes in decimal units, as file managers show them: `820 bytes`, `4.2 MB`. */
export function bytes(value: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'];
  let size = value;
  let unit = -1;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const name = units[unit];
  if (name === undefined) return counted(value, 'byte');
  return `${size >= 100 ? whole.format(Math.round(size)) : decimal.format(size)} ${name}`;
}

/** Time left, as coarse as it is known: `a few seconds`, `about 40 seconds`, `about 3 minutes`. */
export function timeLeft(seconds: number): string {
  if (seconds < 10) return 'a few seconds';
  if (seconds < 55) return `about ${Math.round(seconds / 5) * 5} seconds`;
  if (seconds < 90) return 'about a minute';
  if (seconds < 3300) return `about ${Math.round(seconds / 60)} minutes`;
  const hours = Math.round(seconds / 1800) / 2;
  return `about ${decimal.format(hours)} ${hours === 1 ? 'hour' : 'hours'}`;
}

/** Minutes to read so many words, at 230 a minute; never less than one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 230));
}
