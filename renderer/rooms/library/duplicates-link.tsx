import { api } from '../../api/api.ts';
import { touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { navigate } from '../../shared/state/route.ts';
import { duplicateTexts as texts } from '../../shared/texts/duplicates.ts';

/** Beside the count of all articles, where there are any: leads to the groups of near-duplicates. */
export function DuplicatesLink() {
  const groups = useLiveValue(touchedBy('duplicates'), {
    before: 0,
    read: async (stop) => (await api.call('duplicates.list', { limit: 1 }, { signal: stop })).total,
    // Without an answer the link says what it said; the list itself tells what is wrong.
    onError: () => undefined,
  });
  if (groups === 0) return null;
  return (
    <button type="button" class="link-button" onClick={() => navigate({ room: 'compare', list: 'duplicates' })}>
      {texts.count(groups)}
    </button>
  );
}
