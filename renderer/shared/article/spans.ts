import type { Span } from '../../../main/contract/canonical-text.ts';

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Without the white space at its ends; null when nothing else is left. */
export function trimmed(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return start < end ? { start, end } : null;
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

/** The stretches on which two or more spans lie, in order and without touching each other. */
export function shared(spans: readonly Span[]): readonly Span[] {
  const edges = spans
    .filter((span) => span.start < span.end)
    .flatMap((span) => [
      { at: span.start, step: 1 },
      { at: span.end, step: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.step - b.step);
  const result: { start: number; end: number }[] = [];
  let depth = 0;
  let since = 0;
  for (const { at, step } of edges) {
    if (depth >= 2 && depth + step < 2 && since < at) {
      const last = result.at(-1);
      if (last?.end === since) last.end = at;
      else result.push({ start: since, end: at });
    }
    if (depth < 2 && depth + step >= 2) since = at;
    depth += step;
  }
  return result;
}

/** In reading order: by start, the longer first; what has no span comes last. */
export function byPlace(one: Span | null, other: Span | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one.start - other.start || other.end - one.end;
}
