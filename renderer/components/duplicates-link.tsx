import { useEffect, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { changes } from '../state/library.ts';
import { navigate } from '../state/route.ts';
import { duplicateTexts as texts } from '../texts/duplicates.ts';

/** Beside the count of all articles, where there are any: leads to the groups of near-duplicates. */
export function DuplicatesLink() {
  const [groups, setGroups] = useState(0);
  const version = changes.value;
  useEffect(() => {
    if (version < 0) return;
    const stop = new AbortController();
    // Without an answer the link says what it said; the list itself tells what is wrong.
    api.call('duplicates.list', { limit: 1 }, { signal: stop.signal }).then(
      ({ total }) => setGroups(total),
      () => undefined,
    );
    return () => stop.abort();
  }, [version]);
  if (groups === 0) return null;
  return (
    <button type="button" class="link-button" onClick={() => navigate({ room: 'compare', list: 'duplicates' })}>
      {texts.count(groups)}
    </button>
  );
}
