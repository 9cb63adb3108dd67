import { api } from '../api/api.ts';
import { touchedBy, useLiveValue } from '../state/changes.ts';
import { navigate } from '../state/route.ts';
import { awaitedTexts as texts } from '../texts/awaited.ts';
import { Icon } from './icon.tsx';

/** The way from the Import room to the awaited pages, while there are any. */
export function AwaitedLink() {
  const count = useLiveValue(touchedBy('awaited'), {
    before: 0,
    read: async (stop) => (await api.call('awaited.list', { limit: 1 }, { signal: stop })).total,
  });
  if (count === 0) return null;
  return (
    <button type="button" class="button" onClick={() => navigate({ room: 'awaited' })}>
      <Icon name="wait" /> {texts.link(count)}
    </button>
  );
}
