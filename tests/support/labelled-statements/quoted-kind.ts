import type { Span, StatementKind } from '../../../main/contract/index.ts';
import type { LabelledStatement } from './article.ts';

const marked =
  /“[^“”]*”|"[^"]*"|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|``[^`]*?''|(?<!\p{L})‘(?:[^‘’]|’(?=\p{L}))*’(?!\p{L})/gu;
const mark = /["“”„«»‘’`']/u;

/**
 * An annotated stretch that no type calls direct or indirect: wholly in marks it is direct, without marks indirect. One
 * with marks in a part of it is mixed, and its spans are the words in marks.
 */
export function kindAndSpans(
  text: string,
  spans: readonly Span[],
  kind: StatementKind | null,
): Pick<LabelledStatement, 'kind' | 'spans'> {
  if (kind === 'direct' || kind === 'indirect' || kind === 'block') return { kind, spans };
  const inside = spans.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(marked)].map((match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
    })),
  );
  const isBetweenMarks = spans.every(
    ({ start, end }) =>
      [text.charAt(start - 1), text.charAt(start)].some((sign) => mark.test(sign)) &&
      [text.charAt(end - 1), text.charAt(end), text.charAt(end + 1)].some((sign) => mark.test(sign)),
  );
  if (isBetweenMarks) {
    // One stretch from the first mark to the last may have its cue in it: the words are what is in marks.
    const holdsItsMarks = spans.every(({ start }) => mark.test(text.charAt(start)));
    return { kind: kind ?? 'direct', spans: holdsItsMarks && inside.length > 0 ? inside : spans };
  }
  if (inside.length > 0) return { kind: kind ?? 'mixed', spans: inside };
  return { kind: kind ?? 'indirect', spans };
}
