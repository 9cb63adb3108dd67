import { Empty } from '../../shared/parts/empty.tsx';
import { collection, lookFor, query, results } from '../../shared/state/search.ts';
import { common } from '../../shared/texts/common.ts';
import { libraryTexts as texts } from './texts.ts';

/** Nothing found, an empty collection, or a search that failed: each says so and offers the next step. */
export function NoResults() {
  const { value: error } = results.error;
  if (results.total.value === null && error !== null)
    return (
      <Empty title={texts.failedTitle} text={error instanceof Error ? error.message : common.failed}>
        <button type="button" class="button" onClick={() => results.refresh()}>
          {common.tryAgain}
        </button>
      </Empty>
    );
  if (query.value.trim() === '' && collection.value !== null)
    return (
      <Empty title={texts.emptyCollection} text={texts.emptyCollectionText}>
        <button type="button" class="button" onClick={() => lookFor('')}>
          {texts.showAll}
        </button>
      </Empty>
    );
  return (
    <Empty title={texts.nothingTitle} text={texts.nothingText}>
      <ul class="hints">
        {texts.nothingHints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
      <button type="button" class="button" onClick={() => lookFor('', collection.value)}>
        {texts.clearSearch}
      </button>
    </Empty>
  );
}
