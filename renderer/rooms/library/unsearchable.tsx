import { useEffect, useState } from 'preact/hooks';
import type { MethodOutput } from '../../../main/contract/methods.ts';
import { api } from '../../api/api.ts';
import { shownTitle } from '../../shared/lib/short-words.ts';
import { Dialog } from '../../shared/parts/dialog.tsx';
import { notifyError } from '../../shared/state/notices.ts';
import { closeOverlay } from '../../shared/state/overlays.ts';
import { navigate } from '../../shared/state/route.ts';
import { common } from '../../shared/texts/common.ts';
import { libraryTexts } from './texts.ts';

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
