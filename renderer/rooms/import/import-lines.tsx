import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { ImportId } from '../../../main/contract/ids.ts';
import type { ImportLine, ImportOutcome } from '../../../main/contract/imports.ts';
import { api, shell } from '../../api/api.ts';
import { moveTo } from '../../shared/lib/choice.ts';
import { LongList } from '../../shared/parts/long-list.tsx';
import { useChanges } from '../../shared/state/changes.ts';
import { useKeys } from '../../shared/state/keys.ts';
import { readOnly } from '../../shared/state/library.ts';
import { notifyError } from '../../shared/state/notices.ts';
import { createPagedList } from '../../shared/state/paged-list.ts';
import { showFile, tryAgain } from '../../shared/state/taking-in.ts';
import { ImportLineRow, openLine } from './import-line.tsx';
import { importTexts as texts } from './texts.ts';

interface ImportLinesProps {
  readonly id: ImportId;
  readonly outcome: ImportOutcome | null;
  readonly words: string;
}

/** The lines of a report, and what can be done with the one that is chosen. */
export function ImportLines({ id, outcome, words }: ImportLinesProps) {
  const pages = useMemo(() => createPagedList<ImportLine, null>(100), []);
  const [at, setAt] = useState(0);
  const ensure = useCallback((first: number, last: number) => pages.ensure(first, last), [pages]);
  useEffect(() => {
    setAt(0);
    pages.replace(async (offset, limit, signal) => {
      const filter = { ...(outcome === null ? {} : { outcome }), ...(words === '' ? {} : { words }) };
      const input = { id, offset, limit, ...filter };
      const { rows, total } = await api.call('imports.lines', input, { signal });
      return { rows, total, summary: null };
    });
  }, [pages, id, outcome, words]);
  // Lines of an import that still runs, from here or from elsewhere.
  useChanges((change) => change.subject === 'imports' && (change.ids?.includes(id) ?? true), pages.refresh);
  const total = pages.total.value ?? 0;
  const open = (index: number) => {
    const row = pages.row(index);
    if (row !== undefined) openLine(row);
  };
  const chosen = pages.row(at);
  const again = () => {
    if (chosen !== undefined) tryAgain(id, [chosen.number]).catch(notifyError);
  };
  const show = () => {
    if (chosen !== undefined) showFile(id, chosen.number).catch(notifyError);
  };
  const go = (step: number) => () => setAt((now) => Math.max(0, moveTo(now + step, total).at));
  useKeys(
    {
      j: { label: texts.keys.next, run: go(1) },
      ArrowDown: { label: texts.keys.next, run: go(1), unlisted: true },
      k: { label: texts.keys.previous, run: go(-1) },
      ArrowUp: { label: texts.keys.previous, run: go(-1), unlisted: true },
      Enter: { label: texts.keys.open, run: () => open(at) },
      r: { label: texts.keys.again, run: again, when: () => chosen?.hasFile === true && !readOnly.value },
      o: { label: texts.keys.file, run: show, when: () => chosen?.hasFile === true && shell.kind === 'desktop' },
    },
    { title: texts.keys.title },
  );
  if (pages.total.value === 0) return <p class="muted">{texts.nothingFound}</p>;
  return (
    <>
      <LongList
        total={total}
        estimate={46}
        at={at}
        version={pages.version.value}
        identity={JSON.stringify([id, outcome, words])}
        onWindow={ensure}
        attributes={{
          class: 'results report-lines',
          role: 'listbox',
          tabIndex: 0,
          'aria-label': texts.lines,
          ...(total > 0 ? { 'aria-activedescendant': `line-${at}` } : {}),
        }}
        rowAttributes={(index) => ({
          id: `line-${index}`,
          role: 'option',
          class: `import-line result${index === at ? ' at' : ''}`,
          'aria-selected': index === at,
          'aria-setsize': total,
          'aria-posinset': index + 1,
          onClick: () => setAt(index),
          onDblClick: () => open(index),
        })}
        row={(index) => {
          const row = pages.row(index);
          return row === undefined ? null : <ImportLineRow line={row} />;
        }}
      />
      {chosen?.hasFile === true && (
        <div class="line-actions" role="toolbar" aria-label={texts.lineActions}>
          <span class="path">{chosen.path}</span>
          {!readOnly.value && (
            <button type="button" class="button" onClick={again}>
              {texts.tryAgain} <kbd>r</kbd>
            </button>
          )}
          {shell.kind === 'desktop' && (
            <button type="button" class="button" onClick={show}>
              {texts.showFile} <kbd>o</kbd>
            </button>
          )}
        </div>
      )}
    </>
  );
}
