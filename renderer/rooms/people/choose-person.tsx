import { useId, useState } from 'preact/hooks';
import type { SpeakerId } from '../../../main/contract/ids.ts';
import type { SpeakerRow } from '../../../main/contract/people.ts';
import { api } from '../../api/api.ts';
import { touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { peopleTexts } from './texts.ts';

const texts = peopleTexts.pick;

/** Somebody who is there, or a name that nobody has yet. */
export type ChosenPerson = { readonly row: SpeakerRow } | { readonly name: string };

/** A name that is being typed, and who has one like it. Arrows go through them, Enter chooses. */
export function ChoosePerson(props: {
  readonly label: string;
  /** Who can't be chosen. */
  readonly except: SpeakerId;
  /** Whether somebody new may be named. */
  readonly mayBeNew: boolean;
  readonly onChoose: (chosen: ChosenPerson) => void;
}) {
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const name = words.trim();
  const found = useLiveValue<readonly SpeakerRow[]>(
    touchedBy('speakers'),
    {
      before: [],
      read: async (stop) => (await api.call('people.list', { words: name, limit: 9 }, { signal: stop })).rows,
      onError: () => undefined,
    },
    [name],
  );
  const rows = found.filter((row) => row.id !== props.except).slice(0, 8);
  const isNew = props.mayBeNew && name !== '' && !rows.some((row) => row.name.toLowerCase() === name.toLowerCase());
  const choices: readonly ChosenPerson[] = [...rows.map((row) => ({ row })), ...(isNew ? [{ name }] : [])];
  const here = Math.min(at, choices.length - 1);
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = choices[here];
    if (step !== 0) setAt((here + step + choices.length) % Math.max(1, choices.length));
    else if (event.key === 'Enter' && chosen !== undefined) props.onChoose(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div class="choose-person">
      <label class="labelled">
        <span>{props.label}</span>
        <input
          class="field"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={here >= 0 ? `${id}-${here}` : undefined}
          autocomplete="off"
          autofocus
          maxLength={200}
          value={words}
          onInput={(event) => {
            setWords(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
      </label>
      <div id={`${id}-list`} role="listbox" class="person-choices" aria-label={texts.found}>
        {choices.map((choice, index) => (
          <div
            key={'row' in choice ? choice.row.id : 'new'}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === here}
            class="person-choice"
            onMouseDown={(event) => {
              event.preventDefault();
              props.onChoose(choice);
            }}
          >
            <bdi>{'row' in choice ? choice.row.name : texts.fresh(choice.name)}</bdi>
            {'row' in choice && <span class="muted">{peopleTexts.statements(choice.row.statements)}</span>}
          </div>
        ))}
      </div>
      {choices.length === 0 && <p class="muted">{texts.nobody}</p>}
    </div>
  );
}
