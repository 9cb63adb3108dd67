import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The value that a share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Milliseconds with a sensible number of places. */
export function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}

/** Rows of text with their columns aligned: the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

const ownStatus = '/proc/self/status';

/**
 * Bytes of memory of this process at its most. On Linux by the system's count for the program that runs now:
 * `maxRSS` begins with what the process held that started this one.
 */
export function peakMemory(): number {
  const kilobytes = existsSync(ownStatus)
    ? /^VmHWM:\s*(\d+) kB$/mu.exec(readFileSync(ownStatus, 'utf8'))?.[1]
    : undefined;
  return (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) * 1024;
}

/** What was at its most before counts no more, where the system can be asked so (proc(5), `clear_refs`). */
export function forgetPeakMemory(): void {
  if (existsSync(ownStatus)) writeFileSync('/proc/self/clear_refs', '5');
}
