import type { ComparedStatement, MarkedText } from '../../../main/contract/comparison.ts';

/** One paragraph of a statement, with its own marks. */
export type Passage = MarkedText;

export interface Excerpt {
  /** Null stands for paragraphs that are left out. */
  readonly left: readonly (Passage | null)[];
  readonly right: readonly (Passage | null)[];
}

/**
 * What is shown of a statement above the text, where it stands in full: all of one that went or came; of
 * one that changed, the paragraphs with a change on either side, if they can be told to correspond.
 */
export function excerptOf({ change, left, right }: ComparedStatement): Excerpt {
  const [one, other] = [left, right].map((words) => (words === null ? [] : paragraphsOf(words)));
  if (one === undefined || other === undefined) return { left: [], right: [] };
  if (change !== 'changed') return { left: one.map(wholly), right: other.map(wholly) };
  const touched = one.map(({ marks }, index) => marks.length > 0 || (other[index]?.marks.length ?? 0) > 0);
  if (one.length !== other.length || !touched.includes(true)) return { left: one, right: other };
  return { left: without(one, touched), right: without(other, touched) };
}

function paragraphsOf({ text, marks }: MarkedText): Passage[] {
  let from = 0;
  return text.split(/\n\n/u).map((paragraph) => {
    const [start, end] = [from, from + paragraph.length];
    from = end + 2;
    return {
      text: paragraph,
      marks: marks
        .map((mark) => ({ start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }))
        .filter((mark) => mark.end > mark.start),
    };
  });
}

function wholly({ text }: Passage): Passage {
  return { text, marks: [{ start: 0, end: text.length }] };
}

function without(paragraphs: readonly Passage[], kept: readonly boolean[]): (Passage | null)[] {
  return paragraphs.flatMap((paragraph, index) =>
    kept[index] === true ? [paragraph] : index === 0 || kept[index - 1] === true ? [null] : [],
  );
}
