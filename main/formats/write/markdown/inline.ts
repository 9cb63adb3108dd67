import type { InlineMark, InlineText } from '../../../contract/index.ts';

/** Something that stands between two characters: a reference to a footnote. */
export interface Insertion {
  /** UTF-16 offset in the run of text. */
  readonly at: number;
  readonly text: string;
}

/** Markdown of a run of text, with its marks; `insertions` are put in as they are. */
export function inlineToMarkdown(content: InlineText, insertions: readonly Insertion[] = []): string {
  const cuts = new Set([0, content.text.length]);
  for (const mark of content.marks) cuts.add(mark.start).add(mark.end);
  for (const insertion of insertions) cuts.add(insertion.at);
  const offsets = [...cuts].filter((at) => at >= 0 && at <= content.text.length).sort((a, b) => a - b);
  let markdown = '';
  let open: InlineMark[] = [];
  for (const [index, at] of offsets.entries()) {
    const wanted = content.marks.filter((mark) => mark.start <= at && mark.end > at).sort(outermostFirst);
    const kept = commonStart(open, wanted);
    markdown += open.slice(kept).toReversed().map(closing).join('');
    markdown += insertions
      .filter((insertion) => insertion.at === at)
      .map(({ text }) => text)
      .join('');
    markdown += wanted.slice(kept).map(opening).join('');
    open = wanted;
    const next = offsets[index + 1];
    if (next === undefined) break;
    const piece = content.text.slice(at, next);
    markdown += open.some((mark) => mark.kind === 'code') ? piece : escapeMarkdown(piece);
  }
  return protectStart(markdown);
}

function outermostFirst(a: InlineMark, b: InlineMark): number {
  return a.start - b.start || b.end - a.end;
}

function commonStart(a: readonly InlineMark[], b: readonly InlineMark[]): number {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count += 1;
  return count;
}

function opening(mark: InlineMark): string {
  return mark.kind === 'link' ? '[' : delimiter(mark.kind);
}

function closing(mark: InlineMark): string {
  return mark.kind === 'link' ? `](<${mark.href.replace(/[<>\s]/g, encodeURIComponent)}>)` : delimiter(mark.kind);
}

function delimiter(kind: 'emphasis' | 'strong' | 'code'): string {
  return { emphasis: '*', strong: '**', code: '`' }[kind];
}

/** Characters that mean something to Markdown anywhere in a line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<~]/g, (c) => `\\${c}`).replace(/&(?=#?\w+;)/g, '\\&');
}

/** What means something only where a line begins: headings, lists, quotations, rules. */
export function protectStart(line: string): string {
  return line
    .replace(/^(\s*)(#{1,6}(?=\s|$)|>|[+-](?=\s|$)|=+\s*$|-{3,}\s*$)/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
