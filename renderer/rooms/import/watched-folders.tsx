import type { WatchedFolder } from '../../../main/contract/imports.ts';
import { api, shell } from '../../api/api.ts';
import { touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { readOnly } from '../../shared/state/library.ts';
import { notifyError } from '../../shared/state/notices.ts';
import { importTexts as texts } from './texts.ts';

/** The folders whose files are taken in by themselves. A browser can only let go of them: what it uploads are copies. */
export function WatchedFolders() {
  const folders = useLiveValue<readonly WatchedFolder[]>(touchedBy('folders'), {
    before: [],
    read: (stop) => api.call('watch.list', {}, { signal: stop }),
  });
  const canAdd = shell.kind === 'desktop' && !readOnly.value;
  if (folders.length === 0 && !canAdd) return null;
  return (
    <section class="watched" aria-label={texts.watched}>
      <h2>{texts.watched}</h2>
      <ul>
        {folders.map(({ id, path, collection }) => (
          <li key={id}>
            <span class="path" title={path}>
              {path}
            </span>
            {collection !== null && <span class="muted">{collection}</span>}
            {!readOnly.value && (
              <button
                type="button"
                class="link-button"
                aria-label={`${texts.stopWatching}: ${path}`}
                onClick={() => void api.call('watch.remove', { id }).catch(notifyError)}
              >
                {texts.stopWatching}
              </button>
            )}
          </li>
        ))}
      </ul>
      {canAdd && (
        <button type="button" class="button" onClick={() => void watchFolder().catch(notifyError)}>
          {texts.watchFolder}
        </button>
      )}
    </section>
  );
}

async function watchFolder(): Promise<void> {
  const [grant] = await shell.pickFolder();
  if (grant !== undefined) await api.call('watch.add', { grant });
}
