import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { AwaitedPage } from '../../../main/contract/foreign-marks.ts';
import { api } from '../../api/api.ts';
import { moveTo } from '../../shared/lib/choice.ts';
import { Empty } from '../../shared/parts/empty.tsx';
import { LongList } from '../../shared/parts/long-list.tsx';
import { touchedBy, useChanges } from '../../shared/state/changes.ts';
import { copyText } from '../../shared/state/clipboard.ts';
import { useKeys } from '../../shared/state/keys.ts';
import { readOnly } from '../../shared/state/library.ts';
import { notifyError } from '../../shared/state/notices.ts';
import { createPagedList } from '../../shared/state/paged-list.ts';
import { removeAwaited } from './awaited-acts.ts';
import { AwaitedRow } from './awaited-row.tsx';
import { awaitedTexts as texts } from './texts.ts';

/** The awaited pages that a filter leaves, and what can be done with the one that is chosen. */
export function AwaitedList({ file, words }: { readonly file: string | null; readonly words: string }) {
  const pages = useMemo(() => createPagedList<AwaitedPage, null>(100), []);
  const [at, setAt] = useState(0);
  const announcement = useSignal('');
  const ensure = useCallback((first: number, last: number) => pages.ensure(first, last), [pages]);
  useEffect(() => {
    setAt(0);
    pages.replace(async (offset, limit, signal) => {
      const filter = { ...(file === null ? {} : { file }), ...(words === '' ? {} : { words }) };
      const { rows, total } = await api.call('awaited.list', { offset, limit, ...filter }, { signal });
      return { rows, total, summary: null };
    });
  }, [pages, file, words]);
  useChanges(touchedBy('awaited'), pages.refresh);
  const total = pages.total.value ?? 0;
  const chosen = pages.row(Math.min(at, Math.max(0, total - 1)));
  const copy = () => {
    if (chosen?.address != null) void copyText({ announcement }, chosen.address, texts.copied);
  };
  const remove = () => {
    if (chosen !== undefined) removeAwaited({ ids: [chosen.id] }, 1).catch(notifyError);
  };
  const go = (step: number) => () => setAt((now) => Math.max(0, moveTo(now + step, total).at));
  const canRemove = () => chosen !== undefined && !readOnly.value;
  useKeys(
    {
      j: { label: texts.keys.next, run: go(1) },
      ArrowDown: { label: texts.keys.next, run: go(1), unlisted: true },
      k: { label: texts.keys.previous, run: go(-1) },
      ArrowUp: { label: texts.keys.previous, run: go(-1), unlisted: true },
      y: { label: texts.keys.copy, run: copy, when: () => chosen?.address != null },
      Delete: { label: texts.keys.remove, run: remove, when: canRemove },
    },
    { title: texts.keys.title },
  );
  if (pages.total.value === 0)
    return words === '' && file === null ? (
      <Empty title={texts.none} text={texts.noneText} />
    ) : (
      <p class="muted">{texts.noneFound}</p>
    );
  return (
    <>
      <LongList
        total={total}
        estimate={64}
        at={at}
        version={pages.version.value}
        identity={JSON.stringify([file, words])}
        onWindow={ensure}
        attributes={{
          class: 'results report-lines',
          role: 'listbox',
          tabIndex: 0,
          'aria-label': texts.list,
          ...(total > 0 ? { 'aria-activedescendant': `awaited-${at}` } : {}),
        }}
        rowAttributes={(index) => ({
          id: `awaited-${index}`,
          role: 'option',
          class: `awaited-page result${index === at ? ' at' : ''}`,
          'aria-selected': index === at,
          'aria-setsize': total,
          'aria-posinset': index + 1,
          onClick: () => setAt(index),
        })}
        row={(index) => {
          const page = pages.row(index);
          return page === undefined ? null : <AwaitedRow page={page} />;
        }}
      />
      {chosen !== undefined && (
        <div class="line-actions" role="toolbar" aria-label={texts.actions}>
          <span class="path">{chosen.title ?? chosen.address}</span>
          {chosen.address !== null && (
            <button type="button" class="button" onClick={copy}>
              {texts.copy} <kbd>y</kbd>
            </button>
          )}
          {!readOnly.value && (
            <button type="button" class="button" onClick={remove}>
              {texts.remove} <kbd>Delete</kbd>
            </button>
          )}
        </div>
      )}
      <p class="said" role="status">
        {announcement.value}
      </p>
    </>
  );
}
