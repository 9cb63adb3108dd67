import { useEffect, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { changes } from '../state/library.ts';
import { notifyError } from '../state/notices.ts';
import { navigate } from '../state/route.ts';
import { awaitedTexts as texts } from '../texts/awaited.ts';
import { Icon } from './icon.tsx';

/** The way from the Import room to the awaited pages, while there are any. */
export function AwaitedLink() {
  const [count, setCount] = useState(0);
  const version = changes.value;
  useEffect(() => {
    if (version >= 0) api.call('awaited.list', { limit: 1 }).then(({ total }) => setCount(total), notifyError);
  }, [version]);
  if (count === 0) return null;
  return (
    <button type="button" class="button" onClick={() => navigate({ room: 'awaited' })}>
      <Icon name="wait" /> {texts.link(count)}
    </button>
  );
}
