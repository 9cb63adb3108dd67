import type { Span } from '../../contract/index.ts';

/** Whether one of some spans, which stand in the text's order and apart, has words of `span`. */
export function overlapsAny(spans: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const next = spans[low];
  return next !== undefined && next.start < end;
}

/** Whether an offset stands in one of such spans. */
export function isWithin(spans: readonly Span[], offset: number): boolean {
  return overlapsAny(spans, { start: offset, end: offset + 1 });
}
