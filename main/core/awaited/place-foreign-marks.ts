import type { MarkPlacement } from '../../../db/queries/placements.ts';
import { type ForeignMark, type RevisionId, type Selectors, selectorsFor } from '../../contract/index.ts';
import { placeAgain } from '../../reading/anchoring/place-again.ts';
import { nowhere } from './nowhere.ts';
import { placeQuote } from './place-quote.ts';

/** A revision of the article that marks are put on. */
export interface TextOfRevision {
  readonly id: RevisionId;
  readonly current: boolean;
  readonly text: string;
}

/** Where another program's mark stands in an article. */
export interface ForeignMarkPlace {
  /** In the current revision: on its own words, on words that differ a little, or nowhere. */
  readonly how: 'placed' | 'changed' | 'lost';
  readonly selectors: Selectors;
  /** In all revisions. */
  readonly placements: readonly MarkPlacement[];
}

/** Finds the places of marks, in their order, in the current revision by their words and from there in the others. */
export function placeForeignMarks({
  marks,
  revisions,
}: {
  readonly marks: readonly Pick<ForeignMark, 'quote' | 'start'>[];
  readonly revisions: readonly TextOfRevision[];
}): ForeignMarkPlace[] {
  return marks.map((mark) => placeMark(mark, revisions));
}

function placeMark(mark: Pick<ForeignMark, 'quote' | 'start'>, revisions: readonly TextOfRevision[]): ForeignMarkPlace {
  const current = revisions.find((revision) => revision.current);
  const found = current === undefined ? null : placeQuote(mark, current.text);
  if (current === undefined || found === null) {
    const { selectors } = nowhere(mark, revisions);
    const elsewhere = (revision: TextOfRevision): MarkPlacement =>
      revision === current
        ? { revision: revision.id, placement: 'lost', span: null }
        : { revision: revision.id, ...placeAgain(selectors, revision.text) };
    return { how: 'lost', selectors, placements: revisions.map(elsewhere) };
  }
  const selectors = selectorsFor(current.text, found.span);
  return {
    how: found.changed ? 'changed' : 'placed',
    selectors,
    placements: revisions.map((revision) =>
      revision === current
        ? { revision: revision.id, placement: 'exact', span: selectors.position }
        : { revision: revision.id, ...placeAgain(selectors, revision.text) },
    ),
  };
}
