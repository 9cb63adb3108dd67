import type { InlineMark, InlineText } from '../../../main/contract/document.ts';

/** Inline text as it nests in elements: every character stands in exactly one piece of plain text. */
export type InlineNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'code'; readonly children: readonly InlineNode[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly InlineNode[] };

/** Links are outermost, so that a link with an emphasised word in it stays one link. */
const nesting = ['link', 'strong', 'emphasis', 'code'] as const;

/**
 * Nests marks, which may overlap in any way, into a tree. Reading its texts in order gives `content.text`
 * unchanged; offsets in the page rest on that.
 */
export function inlineTree(content: InlineText): readonly InlineNode[] {
  return nest(content, 0, content.text.length, 0);
}

function nest(content: InlineText, start: number, end: number, level: number): readonly InlineNode[] {
  if (start >= end) return [];
  const kind = nesting[level];
  if (kind === undefined) return [{ kind: 'text', text: content.text.slice(start, end) }];
  const nodes: InlineNode[] = [];
  let at = start;
  for (const mark of marksOf(content.marks, kind, start, end)) {
    const from = Math.max(mark.start, at);
    if (mark.end <= from) continue;
    nodes.push(...nest(content, at, from, level + 1));
    const children = nest(content, from, mark.end, level + 1);
    nodes.push(mark.kind === 'link' ? { kind: 'link', href: mark.href, children } : { kind: mark.kind, children });
    at = mark.end;
  }
  nodes.push(...nest(content, at, end, level + 1));
  return nodes;
}

/** The marks of one kind cut to a part of the text, in order. */
function marksOf(marks: readonly InlineMark[], kind: InlineMark['kind'], start: number, end: number): InlineMark[] {
  return marks
    .filter((mark) => mark.kind === kind && mark.start < end && mark.end > start)
    .map((mark) => ({ ...mark, start: Math.max(mark.start, start), end: Math.min(mark.end, end) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
