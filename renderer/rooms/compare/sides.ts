import type { ComparedSide, Comparison } from '../../../main/contract/comparison.ts';
import { type ComparedPlace, navigate } from '../../shared/state/route.ts';

export interface ComparedSides {
  readonly left: ComparedPlace;
  readonly right: ComparedPlace;
}

/** A side as an address names it, with its revision. */
export function placeOf({ article, revision }: ComparedSide): ComparedPlace {
  return { article, revision };
}

export function swapSides({ left, right }: Comparison): void {
  navigate({ room: 'compare', sides: { left: placeOf(right), right: placeOf(left) } });
}

/** Both sides one revision on or back; null where there is none, or where two articles are compared. */
export function neighbourSides({ left, right }: Comparison, step: 1 | -1): ComparedSides | null {
  if (left.article !== right.article) return null;
  const at = (side: ComparedSide): number => left.revisions.findIndex(({ id }) => id === side.revision) + step;
  const [one, other] = [left.revisions[at(left)], left.revisions[at(right)]];
  if (one === undefined || other === undefined) return null;
  const { article } = left;
  return { left: { article, revision: one.id }, right: { article, revision: other.id } };
}
