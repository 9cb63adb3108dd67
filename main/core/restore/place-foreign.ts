import type { AnnotatedArticle } from '../../../db/queries/foreign-annotations.ts';
import type { MarkPlacement } from '../../../db/queries/placements.ts';
import { type Selectors, selectorsFor } from '../../contract/index.ts';
import type { ForeignAnnotation } from '../../formats/read/services/web-annotation.ts';
import { placeAgain } from '../../reading/anchoring/place-again.ts';

/** Where another program's annotation belongs in an article. */
export interface ForeignPlace {
  readonly revision: AnnotatedArticle['revisions'][number]['id'];
  readonly selectors: Selectors;
  readonly placements: readonly MarkPlacement[];
  /** Whether the words had to be found again and differ. */
  readonly changed: boolean;
}

/**
 * Where an annotation belongs. In the very text it was made on (known by its hash) it keeps its
 * selectors; else it is placed by its words in the current revision, and made anew there.
 */
export function placeForeign({
  article,
  annotation,
}: {
  readonly article: AnnotatedArticle;
  readonly annotation: Pick<ForeignAnnotation, 'selectors' | 'text' | 'hasPosition' | 'isOnWhole'>;
}): ForeignPlace | null {
  const { selectors } = annotation;
  const made = article.revisions.find(({ sha256 }) => sha256 === annotation.text);
  if (made !== undefined && annotation.hasPosition) {
    const { start, end } = selectors.position;
    const words = made.text.slice(start, end);
    if (words !== '' && (selectors.quote.exact === '' || words === selectors.quote.exact)) {
      const sound = selectorsFor(made.text, { start, end });
      const own = sound.quote.exact === selectors.quote.exact ? selectors : sound;
      return { revision: made.id, selectors: own, placements: placementsOf(article, made.id, own), changed: false };
    }
  }
  const current = article.revisions.find((revision) => revision.current);
  if (current === undefined) return null;
  if (annotation.isOnWhole) {
    const nowhere = article.revisions.map(({ id }) => ({ revision: id, placement: 'lost', span: null }) as const);
    return { revision: current.id, selectors, placements: nowhere, changed: false };
  }
  // Positions alone count in a text that is not known here.
  if (selectors.quote.exact === '') return null;
  const placed = placeAgain(selectors, current.text);
  if (placed.span === null) return null;
  const own = selectorsFor(current.text, placed.span);
  return {
    revision: current.id,
    selectors: own,
    placements: placementsOf(article, current.id, own),
    changed: placed.placement === 'changed',
  };
}

function placementsOf(article: AnnotatedArticle, madeIn: string, selectors: Selectors): MarkPlacement[] {
  return article.revisions.map((revision) =>
    revision.id === madeIn
      ? { revision: revision.id, placement: 'exact', span: selectors.position }
      : { revision: revision.id, ...placeAgain(selectors, revision.text) },
  );
}
