import { api } from '../../api/api.ts';
import { Icon } from '../../shared/parts/icon.tsx';
import { touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { navigate } from '../../shared/state/route.ts';
import { importTexts as texts } from './texts.ts';

/** The way from the Import room to the awaited pages, while there are any. */
export function AwaitedLink() {
  const count = useLiveValue(touchedBy('awaited'), {
    before: 0,
    read: async (stop) => (await api.call('awaited.list', { limit: 1 }, { signal: stop })).total,
  });
  if (count === 0) return null;
  return (
    <button type="button" class="button" onClick={() => navigate({ room: 'awaited' })}>
      <Icon name="wait" /> {texts.awaited(count)}
    </button>
  );
}
