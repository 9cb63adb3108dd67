import { useEffect, useMemo } from 'preact/hooks';
import '../../shared/styles/alike.css';
import './compare.css';
import './compare-print.css';
import '../../shared/styles/article-print.css';
import '../../shared/styles/article-tools.css';
import { touchesArticle } from '../../../main/contract/changes.ts';
import { useChanges } from '../../shared/state/changes.ts';
import { navigate } from '../../shared/state/route.ts';
import { common } from '../../shared/texts/common.ts';
import { CompareBar } from './compare-bar.tsx';
import { ComparePage } from './compare-page.tsx';
import { CompareStart } from './compare-start.tsx';
import { type CompareModel, createCompareModel } from './model.ts';
import type { ComparedSides } from './sides.ts';
import { compareTexts as texts } from './texts.ts';
import { useCompareKeys } from './use-compare-keys.ts';

/** Two revisions, or two articles, side by side; without two, what there is to compare. */
export function CompareRoom(props: { readonly sides: ComparedSides | null; readonly list: 'changed' | 'duplicates' }) {
  const { sides, list } = props;
  if (sides === null) return <CompareStart list={list} />;
  // Another pair is another page: no place of the last one's may stay.
  return <Compared key={JSON.stringify(sides)} sides={sides} />;
}

function Compared({ sides }: { readonly sides: ComparedSides }) {
  const model = useMemo(() => createCompareModel(sides), [sides.left, sides.right]);
  useLive(model);
  useCompareKeys(model);
  const comparison = model.comparison.value;
  return (
    <div class="compare">
      <CompareBar model={model} />
      {comparison === null ? <Waiting model={model} /> : <ComparePage model={model} comparison={comparison} />}
      <p class="said" role="status" aria-live="polite">
        {model.announcement.value}
      </p>
    </div>
  );
}

/** Compares, and again when one of the two changed. */
function useLive(model: CompareModel): void {
  const { left, right } = model.sides;
  useEffect(() => model.show(), [model]);
  useChanges(
    (change) =>
      (change.subject === 'articles' || change.subject === 'statements') &&
      (touchesArticle(change, left.article) || touchesArticle(change, right.article)),
    () => void model.reload(),
  );
}

function Waiting({ model }: { readonly model: CompareModel }) {
  const failure = model.failure.value;
  if (failure === null)
    return (
      <p class="compare-waiting late" role="status">
        {texts.loading}
      </p>
    );
  return (
    <div class="compare-waiting" role="alert">
      <h1>{texts.failedTitle}</h1>
      <p>{failure.message}</p>
      <p class="actions">
        <button type="button" class="button" onClick={() => void model.reload()}>
          {common.tryAgain}
        </button>
        <button type="button" class="button" onClick={() => navigate({ room: 'compare' })}>
          {texts.toStart}
        </button>
      </p>
    </div>
  );
}
