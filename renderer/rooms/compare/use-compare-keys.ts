import { useKeys } from '../../shared/state/keys.ts';
import { navigate } from '../../shared/state/route.ts';
import { openPassage, step } from './acts.ts';
import type { CompareModel } from './model.ts';
import { neighbourSides, swapSides } from './sides.ts';
import { compareTexts } from './texts.ts';

const texts = compareTexts.keys;

/** The keys of two texts side by side. */
export function useCompareKeys(model: CompareModel): void {
  const other = (by: 1 | -1) => {
    const comparison = model.comparison.value;
    return comparison === null ? null : neighbourSides(comparison, by);
  };
  const goToOther = (by: 1 | -1) => () => {
    const sides = other(by);
    if (sides !== null) navigate({ room: 'compare', sides });
  };
  useKeys(
    {
      n: { label: texts.next, run: () => step(model, 1) },
      j: { label: texts.next, run: () => step(model, 1), unlisted: true },
      p: { label: texts.previous, run: () => step(model, -1) },
      k: { label: texts.previous, run: () => step(model, -1), unlisted: true },
      Enter: { label: texts.open, run: () => openPassage(model), when: () => model.at.value >= 0 },
      o: {
        label: texts.only,
        run: () => {
          model.onlyDifferences.value = !model.onlyDifferences.value;
        },
      },
      x: {
        label: texts.swap,
        run: () => {
          if (model.comparison.value !== null) swapSides(model.comparison.value);
        },
      },
      '[': { label: texts.older, run: goToOther(-1), when: () => other(-1) !== null },
      ']': { label: texts.newer, run: goToOther(1), when: () => other(1) !== null },
    },
    { title: texts.title },
  );
}
