import type { Span } from '../../main/contract/index.ts';

/** What interrupts the words of a statement, as its row holds it: null where nothing does. */
export function writtenGaps(gaps: readonly Span[]): string | null {
  return gaps.length === 0 ? null : JSON.stringify(gaps.map(({ start, end }) => [start, end]));
}

export function gapsIn(written: string | null): readonly Span[] {
  if (written === null) return [];
  return (JSON.parse(written) as [number, number][]).map(([start, end]) => ({ start, end }));
}
