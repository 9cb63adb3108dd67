import type { BinItem } from '../../../main/contract/bin.ts';
import type { AnnotationId, ArticleId, CodeId, CollectionId, StatementId } from '../../../main/contract/ids.ts';
import { api } from '../../api/api.ts';
import { instantWords } from '../../shared/lib/dates.ts';
import { shownTitle } from '../../shared/lib/short-words.ts';
import { Icon } from '../../shared/parts/icon.tsx';
import { touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { readOnly } from '../../shared/state/library.ts';
import { notify, notifyError } from '../../shared/state/notices.ts';
import { overlay } from '../../shared/state/overlays.ts';
import { forgetActs } from '../../shared/state/undo.ts';
import { healthTexts as texts } from './texts.ts';

/** What was deleted: each can come back; emptying is a separate, confirmed act. */
export function BinPart() {
  const items = useLiveValue<readonly BinItem[] | null>(touchedBy('bin'), {
    before: null,
    read: (stop) => api.call('bin.list', {}, { signal: stop }),
  });
  if (items === null) return null;
  if (items.length === 0) return <p class="muted part-note">{texts.binEmpty}</p>;
  return (
    <section>
      {!readOnly.value && (
        <button type="button" class="button danger" onClick={() => askToEmpty(items.length)}>
          {texts.empty}
        </button>
      )}
      <ul class="rows">
        {items.map((item) => (
          <li key={item.id}>
            <span class="muted">{texts.kinds[item.kind]}</span>
            <b>{shownTitle(item.label)}</b>
            <span class="figures muted">{instantWords(item.binned)}</span>
            {!readOnly.value && (
              <button
                type="button"
                class="button"
                aria-label={texts.restoreItem(item.label)}
                onClick={() => void restore(item)}
              >
                <Icon name="restore" /> {texts.restore}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The bin names things of five kinds; the kind says whose id it is. */
async function restore(item: BinItem): Promise<void> {
  try {
    if (item.kind === 'article') await api.call('articles.restore', { articles: [item.id as ArticleId] });
    else if (item.kind === 'annotation') await api.call('annotations.restore', { id: item.id as AnnotationId });
    else if (item.kind === 'statement') await api.call('statements.restore', { id: item.id as StatementId });
    else if (item.kind === 'collection') await api.call('collections.restore', { id: item.id as CollectionId });
    else await api.call('codes.restore', { id: item.id as CodeId });
    notify(`${texts.restored(item.label)}.`);
  } catch (thrown) {
    notifyError(thrown);
  }
}

function askToEmpty(count: number): void {
  overlay.value = {
    kind: 'confirm',
    title: texts.emptyTitle,
    text: texts.emptyText(count),
    action: texts.emptyAction,
    run: () => {
      api.call('bin.empty', { confirm: true }).then(({ removed }) => {
        // What is gone can't be brought back by an undo of its deletion.
        forgetActs();
        notify(`${texts.emptied(removed)}.`);
      }, notifyError);
    },
  };
}
