import { useEffect, useState } from 'preact/hooks';
import type { MethodOutput } from '../../main/contract/methods.ts';
import { api } from '../api/api.ts';
import { shownTitle } from '../lib/short-words.ts';
import { notifyError } from '../state/notices.ts';
import { closeOverlay } from '../state/overlays.ts';
import { navigate } from '../state/route.ts';
import { common } from '../texts/common.ts';
import { libraryTexts } from '../texts/library.ts';
import { Dialog } from './dialog.tsx';

/** Which items a search could not look into, and why. */
export function Unsearchable() {
  const [items, setItems] = useState<MethodOutput<'search.unsearchable'> | null>(null);
  useEffect(() => {
    api.call('search.unsearchable', {}).then(setItems, notifyError);
  }, []);
  return (
    <Dialog title={libraryTexts.unsearchableTitle} onClose={closeOverlay} size="wide">
      <p class="muted">{libraryTexts.unsearchableText}</p>
      {items === null ? (
        <p class="late">{common.loading}</p>
      ) : (
        <ul class="plain-list">
          {items.map((item) => (
            <li key={item.id}>
              <button
                type="button"
                class="link-button"
                onClick={() => {
                  closeOverlay();
                  navigate({ room: 'reader', article: item.id });
                }}
              >
                {shownTitle(item.title)}
              </button>
              <span class="muted">{item.reason}</span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
