import type { ComponentChildren } from 'preact';
import type { MarkedText } from '../../../main/contract/comparison.ts';
import { compareTexts as texts } from './texts.ts';

/** Which words of a side are marked: those that the other side lacks. */
export type Side = 'left' | 'right';

/**
 * A text with the words that the other side lacks. They are `del` and `ins`, told apart by colour and by
 * line, and named to a screen reader, of which few say these elements by themselves.
 */
export function MarkedWords({ marked, side }: { readonly marked: MarkedText; readonly side: Side }) {
  const { text, marks } = marked;
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(
      <Mark key={start} side={side}>
        {text.slice(start, end)}
      </Mark>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}

function Mark({ side, children }: { readonly side: Side; readonly children: ComponentChildren }) {
  const said = (words: string) => <span class="said">{words}</span>;
  return side === 'left' ? (
    <del>
      {said(texts.gone)}
      {children}
      {said(texts.end)}
    </del>
  ) : (
    <ins>
      {said(texts.added)}
      {children}
      {said(texts.end)}
    </ins>
  );
}
