import { useCallback } from 'preact/hooks';
import type { SpeakerId } from '../../../main/contract/ids.ts';
import { moveTo } from '../../shared/lib/choice.ts';
import { figure } from '../../shared/lib/figures.ts';
import { keyName } from '../../shared/lib/key-names.ts';
import { Empty } from '../../shared/parts/empty.tsx';
import { LongList } from '../../shared/parts/long-list.tsx';
import { useKeys } from '../../shared/state/keys.ts';
import { navigate } from '../../shared/state/route.ts';
import { common } from '../../shared/texts/common.ts';
import { changeFilters, filters, people, peopleAt } from './listed-people.ts';
import { peopleTexts as texts } from './texts.ts';

/** Everybody who speaks; the one whose page is open is marked. */
export function PeopleList({ person }: { readonly person: SpeakerId | null }) {
  const total = people.total.value ?? 0;
  const ensure = useCallback((first: number, last: number) => people.ensure(first, last), []);
  const at = Math.min(peopleAt.value, Math.max(0, total - 1));
  const move = (step: number) => {
    peopleAt.value = Math.max(0, moveTo(at + step, total).at);
  };
  const open = (index: number) => {
    peopleAt.value = index;
    const row = people.row(index);
    if (row !== undefined) navigate({ room: 'people', person: row.id });
  };
  const step = (by: number) => () => open(Math.max(0, moveTo(at + by, total).at));
  const inList = useListKeys(person, move, () => open(at));
  useKeys(
    {
      '/': { label: texts.keys.find, run: () => document.getElementById('people-words')?.focus() },
      ']': { label: texts.keys.nextPerson, run: step(1) },
      '[': { label: texts.keys.previousPerson, run: step(-1) },
    },
    { title: texts.keys.title },
  );
  const { value: error } = people.error;
  if (people.total.value === null && error !== null)
    return (
      <Empty title={texts.failedTitle} text={error instanceof Error ? error.message : common.failed}>
        <button type="button" class="button" onClick={() => people.refresh()}>
          {common.tryAgain}
        </button>
      </Empty>
    );
  if (people.total.value === 0)
    return (
      <Empty title={texts.nothingTitle} text={texts.nothingText}>
        <button type="button" class="button" onClick={() => changeFilters({ words: '', kind: '' })}>
          {texts.clear}
        </button>
      </Empty>
    );
  return (
    <LongList
      total={total}
      estimate={52}
      at={at}
      version={people.version.value}
      identity={JSON.stringify(filters.value)}
      onWindow={ensure}
      attributes={{
        class: 'results people-list',
        role: 'listbox',
        tabIndex: 0,
        'aria-label': texts.list,
        'aria-busy': people.total.value === null,
        onKeyDown: inList,
        ...(total > 0 ? { 'aria-activedescendant': `person-${at}` } : {}),
      }}
      rowAttributes={(index) => ({
        id: `person-${index}`,
        role: 'option',
        class: `person-row result${index === at ? ' at' : ''}`,
        'aria-selected': person !== null && people.row(index)?.id === person,
        'aria-setsize': total,
        'aria-posinset': index + 1,
        onClick: () => open(index),
      })}
      row={(index) => <PersonRow index={index} />}
    />
  );
}

/** Arrows and letters go through the list while it has the focus, and wherever no page is open that has them too. */
function useListKeys(
  person: SpeakerId | null,
  move: (step: number) => void,
  open: () => void,
): (event: KeyboardEvent) => void {
  const steps: Readonly<Record<string, number>> = {
    j: 1,
    ArrowDown: 1,
    k: -1,
    ArrowUp: -1,
    PageDown: 8,
    PageUp: -8,
    Home: -Infinity,
    End: Infinity,
  };
  const when = () => person === null;
  useKeys(
    Object.fromEntries([
      ...Object.entries(steps).map(([key, by]) => [
        key,
        {
          label: by > 0 ? texts.keys.next : texts.keys.previous,
          run: () => move(by),
          unlisted: key.length > 1,
          when,
        },
      ]),
      ['Enter', { label: texts.keys.open, run: open, when }],
    ]),
    { title: texts.keys.title },
  );
  return (event) => {
    const by = steps[keyName(event)];
    if (by !== undefined) move(by);
    else if (keyName(event) === 'Enter') open();
    else return;
    event.preventDefault();
  };
}

function PersonRow({ index }: { readonly index: number }) {
  const row = people.row(index);
  if (row === undefined)
    return (
      <span class="row-blank">
        <i />
        <i />
      </span>
    );
  const role = [row.role, row.organization].filter((part) => part !== null && part !== row.name).join(' · ');
  const beneath = role !== '' ? role : row.aliases.length > 0 ? texts.also(row.aliases) : texts.kinds[row.kind];
  return (
    <>
      <span class="person-name">
        <bdi>{row.name}</bdi>
        <span>{beneath}</span>
      </span>
      <span class="figures" title={texts.statements(row.statements)}>
        {figure(row.statements)}
      </span>
    </>
  );
}
