import { useEffect, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { figure } from '../lib/figures.ts';
import { changes } from '../state/library.ts';
import { navigate } from '../state/route.ts';
import { duplicateTexts as texts } from '../texts/duplicates.ts';

/** Over the results, where there are any: leads to the groups of near-duplicates. */
export function DuplicatesChip() {
  const [groups, setGroups] = useState(0);
  const version = changes.value;
  useEffect(() => {
    if (version < 0) return;
    const stop = new AbortController();
    // Without an answer the chip says what it said; the list itself tells what is wrong.
    api.call('duplicates.list', { limit: 1 }, { signal: stop.signal }).then(
      ({ total }) => setGroups(total),
      () => undefined,
    );
    return () => stop.abort();
  }, [version]);
  if (groups === 0) return null;
  return (
    <button
      type="button"
      class="chip"
      aria-label={texts.count(groups)}
      onClick={() => navigate({ room: 'compare', list: 'duplicates' })}
    >
      {texts.title} <span class="figures">{figure(groups)}</span>
    </button>
  );
}
