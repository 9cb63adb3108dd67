import { useCallback } from 'preact/hooks';
import { extendTo, moveTo, toggle } from '../../shared/lib/choice.ts';
import { LongList } from '../../shared/parts/long-list.tsx';
import { choice, results, searchIdentity } from '../../shared/state/search.ts';
import { NoResults } from './no-results.tsx';
import { openChosen, useResultKeys } from './result-keys.ts';
import { ResultRow } from './result-row.tsx';
import { ResultTools } from './search-line.tsx';
import { libraryTexts as texts } from './texts.ts';

/** The results: a listbox of any length, of which the cursor's row is the active one. */
export function ResultList() {
  useResultKeys();
  const total = results.total.value;
  const ensure = useCallback((first: number, last: number) => results.ensure(first, last), []);
  const { at } = choice.value;
  return (
    <section class="result-side" aria-label={texts.results}>
      <ResultTools />
      {total === 0 || (total === null && results.error.value !== null) ? (
        <NoResults />
      ) : (
        <LongList
          total={total ?? 0}
          estimate={118}
          at={at}
          identity={searchIdentity.value}
          version={results.version.value}
          onWindow={ensure}
          attributes={{
            class: 'results',
            role: 'listbox',
            tabIndex: 0,
            'aria-label': texts.results,
            'aria-multiselectable': true,
            'aria-busy': total === null,
            ...(at >= 0 && (total ?? 0) > 0 ? { 'aria-activedescendant': rowId(at) } : {}),
          }}
          rowAttributes={(index) => rowAttributes(index, total ?? 0)}
          row={(index) => <ResultRow index={index} />}
        />
      )}
    </section>
  );
}

function rowId(index: number): string {
  return `result-${index}`;
}

function rowAttributes(index: number, total: number) {
  const { at, chosen } = choice.value;
  const isChosen = chosen.size === 0 ? index === at : chosen.has(index);
  return {
    id: rowId(index),
    class: `result${index === at ? ' at' : ''}${chosen.has(index) ? ' chosen' : ''}`,
    role: 'option' as const,
    'aria-selected': isChosen,
    'aria-setsize': total,
    'aria-posinset': index + 1,
    onClick: (event: MouseEvent) => {
      if (event.shiftKey) choice.value = extendTo(choice.value, index, total);
      else if (event.ctrlKey || event.metaKey) choice.value = toggle(choice.value, index);
      else choice.value = moveTo(index, total);
    },
    onDblClick: openChosen,
  };
}
