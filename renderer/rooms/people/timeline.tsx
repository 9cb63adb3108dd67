import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { StatementId } from '../../../main/contract/ids.ts';
import type { SpeakerDescription } from '../../../main/contract/people.ts';
import type { StatementRow } from '../../../main/contract/statements.ts';
import { api } from '../../api/api.ts';
import { moveTo } from '../../shared/lib/choice.ts';
import { LongList } from '../../shared/parts/long-list.tsx';
import { touchedBy, useChanges } from '../../shared/state/changes.ts';
import { copyCitation } from '../../shared/state/clipboard.ts';
import { useKeys } from '../../shared/state/keys.ts';
import { readOnly } from '../../shared/state/library.ts';
import { notifyError } from '../../shared/state/notices.ts';
import { createPagedList } from '../../shared/state/paged-list.ts';
import { navigate } from '../../shared/state/route.ts';
import { peopleTexts } from './texts.ts';
import { TimelineRow } from './timeline-row.tsx';

const texts = peopleTexts.page;

/** All that somebody says, the newest first. */
export function Timeline(props: {
  readonly person: SpeakerDescription;
  readonly chosen: ReadonlySet<StatementId>;
  readonly toggle: (statement: StatementId) => void;
}) {
  const { person, chosen } = props;
  const { id } = person;
  const statements = useMemo(() => createPagedList<StatementRow, null>(50), []);
  const [at, setAt] = useState(0);
  const announcement = useSignal('');
  const ensure = useCallback((first: number, last: number) => statements.ensure(first, last), [statements]);
  useEffect(() => {
    statements.replace(async (offset, limit, signal) => {
      const { rows, total } = await api.call('statements.list', { person: id, offset, limit }, { signal });
      return { rows, total, summary: null };
    });
  }, [statements, id]);
  useChanges(touchedBy('statements', 'articles', 'speakers'), statements.refresh);
  const total = statements.total.value ?? 0;
  const here = Math.min(at, Math.max(0, total - 1));
  const go = (step: number) => () => setAt(Math.max(0, moveTo(here + step, total).at));
  const withRow = (run: (row: StatementRow) => unknown) => () => {
    const row = statements.row(here);
    if (row !== undefined) run(row);
  };
  const isThere = statements.total.value !== null;
  useEffect(() => {
    // Whoever opened the page from the list goes on in the words; the keys of the list would go on there.
    if (isThere && document.activeElement?.closest('.people-list') != null)
      document.querySelector<HTMLElement>('.timeline-list')?.focus({ preventScroll: true });
  }, [isThere]);
  const { keys } = peopleTexts;
  useKeys(
    {
      j: { label: keys.next, run: go(1) },
      ArrowDown: { label: keys.next, run: go(1), unlisted: true },
      k: { label: keys.previous, run: go(-1) },
      ArrowUp: { label: keys.previous, run: go(-1), unlisted: true },
      PageDown: { label: keys.next, run: go(6), unlisted: true },
      PageUp: { label: keys.previous, run: go(-6), unlisted: true },
      Home: { label: keys.previous, run: go(-Infinity), unlisted: true },
      End: { label: keys.next, run: go(Infinity), unlisted: true },
      Enter: { label: keys.read, run: withRow(read) },
      x: { label: keys.choose, run: withRow((row) => props.toggle(row.id)), when: () => !readOnly.value },
      y: {
        label: keys.copy,
        run: withRow((row) =>
          api
            .call('statements.cite', { id: row.id })
            .then((citation) => copyCitation({ announcement }, citation, `${peopleTexts.copied}.`))
            .catch(notifyError),
        ),
      },
    },
    { title: peopleTexts.keys.title },
  );
  if (statements.total.value === 0) return <p class="muted no-statements">{texts.noStatements}</p>;
  return (
    <LongList
      total={total}
      estimate={96}
      at={here}
      version={statements.version.value}
      identity={id}
      onWindow={ensure}
      attributes={{
        class: 'results timeline-list',
        role: 'listbox',
        tabIndex: 0,
        'aria-label': texts.timeline,
        'aria-multiselectable': true,
        'aria-busy': statements.total.value === null,
        ...(total > 0 ? { 'aria-activedescendant': `words-${here}` } : {}),
      }}
      rowAttributes={(index) => {
        const row = statements.row(index);
        return {
          id: `words-${index}`,
          role: 'option',
          class: `timeline-row result${index === here ? ' at' : ''}`,
          'aria-selected': row !== undefined && chosen.has(row.id),
          'aria-setsize': total,
          'aria-posinset': index + 1,
          onClick: () => setAt(index),
          onDblClick: () => row !== undefined && read(row),
        };
      }}
      row={(index) => (
        <TimelineRow
          row={statements.row(index)}
          before={index === 0 ? null : (statements.row(index - 1) ?? null)}
          person={person}
          chosen={chosen}
          toggle={props.toggle}
        />
      )}
    />
  );
}

function read(row: StatementRow): void {
  navigate({ room: 'reader', article: row.article, ...(row.span === null ? {} : { at: row.span.start }) });
}
