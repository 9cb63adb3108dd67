import { type Block, canonicalText } from '../../../main/contract/index.ts';

/**
 * The text as paragraphs. Where it is broken into short lines with empty ones between paragraphs, a single break is
 * white space; elsewhere each line is a paragraph. `placeOf` takes an offset in code points to the canonical text.
 */
export function paragraphsOf(source: string): {
  blocks: Block[];
  text: string;
  placeOf: (codePoints: number, edge: 'start' | 'end') => number;
} {
  const isWrapped = /\n\s*\n/u.test(source) && source.split('\n').every((line) => line.length <= 100);
  const signs = [...source];
  /** For each sign, which of the paragraphs it is in and where; null for white space that went. */
  const places: ({ readonly paragraph: number; readonly at: number } | null)[] = [];
  const paragraphs: string[] = [];
  let open: string | null = null;
  let isSpaced = false;
  for (const [index, sign] of signs.entries()) {
    const isBreak = sign === '\n' && (!isWrapped || /^\s*\n/u.test(signs.slice(index + 1, index + 20).join('')));
    if (isBreak && open !== null) {
      paragraphs.push(open);
      open = null;
    }
    if (/\s/u.test(sign)) {
      isSpaced = open !== null;
      places.push(null);
      continue;
    }
    if (open !== null && isSpaced) open += ' ';
    isSpaced = false;
    open ??= '';
    places.push({ paragraph: paragraphs.length, at: open.length });
    open += sign;
  }
  if (open !== null) paragraphs.push(open);
  const blocks = paragraphs.map(
    (paragraph): Block => ({
      kind: 'paragraph',
      role: 'body',
      purpose: null,
      content: { text: paragraph, marks: [] },
    }),
  );
  const { text, segments } = canonicalText({ blocks });
  const placeOf = (codePoints: number, edge: 'start' | 'end'): number => {
    if (codePoints > signs.length) throw new Error(`an offset of ${codePoints} in a text of ${signs.length} signs`);
    // White space at the edge of an annotation went with the rest of it: the next sign inside counts.
    let index = edge === 'start' ? codePoints : codePoints - 1;
    while (places[index] === null) index += edge === 'start' ? 1 : -1;
    const place = places[index];
    if (place === undefined || place === null) return edge === 'start' ? text.length : 0;
    const start = (segments[place.paragraph]?.start ?? 0) + place.at;
    return edge === 'start' ? start : start + (signs[index] ?? '').length;
  };
  return { blocks, text, placeOf };
}
