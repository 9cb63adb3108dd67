import { useCallback, useEffect, useMemo } from 'preact/hooks';
import type { ProvenanceEvent } from '../../../main/contract/health.ts';
import { api } from '../../api/api.ts';
import { instantWords } from '../../shared/lib/dates.ts';
import { LongList } from '../../shared/parts/long-list.tsx';
import { touchedBy, useChanges } from '../../shared/state/changes.ts';
import { createPagedList } from '../../shared/state/paged-list.ts';
import { healthTexts as texts } from './texts.ts';

/** The provenance log, newest first, of any length. */
export function EventPart() {
  const pages = useMemo(() => createPagedList<ProvenanceEvent, null>(100), []);
  const ensure = useCallback((first: number, last: number) => pages.ensure(first, last), [pages]);
  useEffect(() => {
    pages.replace(async (offset, limit, signal) => {
      const { rows, total } = await api.call('events.list', { offset, limit }, { signal });
      return { rows, total, summary: null };
    });
  }, [pages]);
  useChanges(touchedBy('events'), pages.refresh);
  const total = pages.total.value ?? 0;
  return (
    <section class="events">
      <p class="muted part-note">{texts.eventsText}</p>
      <LongList
        total={total}
        estimate={37}
        at={-1}
        identity="events"
        version={pages.version.value}
        onWindow={ensure}
        attributes={{
          class: 'event-table',
          role: 'table',
          tabIndex: 0,
          'aria-label': texts.events,
          'aria-rowcount': total + 1,
        }}
        head={<EventHead />}
        rowAttributes={(index) => ({ class: 'event', role: 'row', 'aria-rowindex': index + 2 })}
        row={(index) => <EventCells event={pages.row(index)} />}
      />
    </section>
  );
}

function EventHead() {
  const { at, kind, detail, agent, outcome } = texts.columns;
  return (
    <div class="event head" role="row" aria-rowindex={1}>
      {[at, kind, detail, agent, outcome].map((name) => (
        <span key={name} role="columnheader">
          {name}
        </span>
      ))}
    </div>
  );
}

function EventCells({ event }: { readonly event: ProvenanceEvent | undefined }) {
  return (
    <>
      <span role="cell" class="figures">
        {event !== undefined && instantWords(event.at)}
      </span>
      <span role="cell">{event?.kind}</span>
      <span role="cell" class="detail">
        {event?.detail}
      </span>
      <span role="cell" class="muted">
        {event?.agent}
      </span>
      <span role="cell" class={`outcome-${event?.outcome ?? 'success'}`}>
        {event !== undefined && texts.outcomes[event.outcome]}
      </span>
    </>
  );
}
