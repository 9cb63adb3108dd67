import { type RevisionId, type Selectors, type Span, selectorsFor } from '../../contract/index.ts';
import { type Placed, placeAgain } from './place-again.ts';

/** What of a mark tells its place in another text. */
export interface MarkToPlace {
  /** As it was made. */
  readonly selectors: Selectors;
  /** Where it stood in the revision before, where it stood there. */
  readonly before: Span | null;
}

/**
 * The place of a mark as it was made, or, where its words changed on the way, of the words that stood
 * in its place in the revision before: so a mark follows its passage through many small changes.
 */
export function placeFrom(mark: MarkToPlace, before: string, after: string): Placed {
  const first = placeAgain(mark.selectors, after);
  if (first.placement === 'exact' || first.placement === 'moved' || mark.before === null) return first;
  const second = placeAgain(selectorsFor(before, mark.before), after);
  if (second.span === null || (second.placement === 'changed' && first.span !== null)) return first;
  return { placement: 'changed', span: second.span };
}

/** The places of marks in a revision's text, in their order; `before` is the text of the revision before. */
export function placesOfMarks({
  marks,
  before,
  after,
}: {
  readonly marks: readonly MarkToPlace[];
  readonly before: string;
  readonly after: string;
}): Placed[] {
  return marks.map((mark) => placeFrom(mark, before, after));
}

/** The places of one mark in the texts of several revisions. */
export function placesAmong({
  selectors,
  texts,
}: {
  readonly selectors: Selectors;
  readonly texts: readonly { readonly revision: RevisionId; readonly text: string }[];
}): (Placed & { readonly revision: RevisionId })[] {
  return texts.map(({ revision, text }) => ({ revision, ...placeAgain(selectors, text) }));
}
