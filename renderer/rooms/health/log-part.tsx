import { useCallback, useEffect, useMemo } from 'preact/hooks';
import type { LogLine } from '../../../main/contract/log.ts';
import { api } from '../../api/api.ts';
import { instantWords } from '../../shared/lib/dates.ts';
import { figure } from '../../shared/lib/figures.ts';
import { LongList } from '../../shared/parts/long-list.tsx';
import { createPagedList } from '../../shared/state/paged-list.ts';
import { healthTexts as texts } from './texts.ts';

/** The program's notes of its own working, the newest first, as they were when the part was opened. */
export function LogPart() {
  const pages = useMemo(() => createPagedList<LogLine, null>(100), []);
  const ensure = useCallback((first: number, last: number) => pages.ensure(first, last), [pages]);
  useEffect(() => {
    pages.replace(async (offset, limit, signal) => {
      const { rows, total } = await api.call('log.list', { offset, limit }, { signal });
      return { rows, total, summary: null };
    });
  }, [pages]);
  const total = pages.total.value ?? 0;
  return (
    <section class="events">
      <p class="muted part-note">{texts.logText}</p>
      {pages.total.value === 0 && <p class="muted part-note">{texts.logEmpty}</p>}
      <LongList
        total={total}
        estimate={37}
        at={-1}
        identity="log"
        version={pages.version.value}
        onWindow={ensure}
        attributes={{
          class: 'event-table',
          role: 'table',
          tabIndex: 0,
          'aria-label': texts.log,
          'aria-rowcount': total + 1,
        }}
        head={
          <div class="event log-line head" role="row" aria-rowindex={1}>
            {Object.values(texts.logColumns).map((name) => (
              <span key={name} role="columnheader">
                {name}
              </span>
            ))}
          </div>
        }
        rowAttributes={(index) => ({ class: 'event log-line', role: 'row', 'aria-rowindex': index + 2 })}
        row={(index) => <LogCells line={pages.row(index)} />}
      />
    </section>
  );
}

function LogCells({ line }: { readonly line: LogLine | undefined }) {
  return (
    <>
      <span role="cell" class="figures">
        {line !== undefined && instantWords(line.time)}
      </span>
      <span role="cell">{line !== undefined && kindWords(line.kind)}</span>
      <span role="cell" class="detail">
        {line !== undefined && detailWords(line)}
      </span>
    </>
  );
}

function kindWords(kind: string): string {
  return kind in texts.logKinds ? texts.logKinds[kind as keyof typeof texts.logKinds] : kind;
}

/** What a line says beyond its kind; what is not so isn't said. */
function detailWords({ time: _time, kind: _kind, ...details }: LogLine): string {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '' && value !== false)
    .map(([name, value]) => {
      if (name === 'milliseconds' && typeof value === 'number') return texts.logMilliseconds(figure(value));
      if (value === true) return name;
      return `${name} ${Array.isArray(value) ? value.join(', ') : value}`;
    })
    .join(' · ');
}
