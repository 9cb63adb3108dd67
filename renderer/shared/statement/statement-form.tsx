import { useId, useState } from 'preact/hooks';
import type { Person } from '../../../main/contract/people.ts';
import { statementKinds } from '../../../main/contract/statements.ts';
import { speakers } from '../state/library.ts';
import { common, kindMeanings, kindWords } from '../texts/common.ts';
import { fieldsOf, type StatementFields, type StatementValues } from './statement-fields.ts';
import { statementFormTexts as texts } from './texts.ts';

/** Who said it, as what, how, and when. Ctrl/Cmd+Enter saves, Escape cancels. */
export function StatementForm(props: {
  readonly initial: StatementValues;
  readonly people: readonly Person[];
  readonly saveLabel: string;
  readonly onSave: (fields: StatementFields) => void;
  readonly onCancel: () => void;
}) {
  const [values, setValues] = useState(props.initial);
  const [bad, setBad] = useState(false);
  const id = useId();
  const set = (change: Partial<StatementValues>) => setValues({ ...values, ...change });
  const take = (person: Person) =>
    set({ speaker: person.name, role: person.role ?? '', organization: person.organization ?? '' });
  const named = (name: string) => {
    const person = props.people.find((one) => one.name === name);
    if (person === undefined) set({ speaker: name });
    else take(person);
  };
  const save = () => {
    const fields = fieldsOf(values);
    setBad(fields === null);
    if (fields !== null) props.onSave(fields);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') props.onCancel();
    else save();
  };
  return (
    <form
      class="statement-form"
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {props.people.length > 0 && (
        <div class="people">
          {props.people.slice(0, 6).map((person) => (
            <button
              key={person.name}
              type="button"
              class="person"
              aria-pressed={values.speaker === person.name}
              onClick={() => take(person)}
            >
              {person.name}
            </button>
          ))}
        </div>
      )}
      <label class="labelled">
        <span>{texts.speaker}</span>
        <input
          class="field"
          list={`${id}-speakers`}
          placeholder={texts.speakerHint}
          value={values.speaker}
          onInput={(event) => named(event.currentTarget.value)}
          ref={focused}
        />
      </label>
      <datalist id={`${id}-speakers`}>
        {speakers.value.map((speaker) => (
          <option key={speaker.id} value={speaker.name} />
        ))}
      </datalist>
      <label class="labelled">
        <span>{texts.role}</span>
        <input class="field" value={values.role} onInput={(event) => set({ role: event.currentTarget.value })} />
      </label>
      <label class="labelled">
        <span>{texts.organization}</span>
        <input
          class="field"
          value={values.organization}
          onInput={(event) => set({ organization: event.currentTarget.value })}
        />
      </label>
      <div class="two-fields">
        <label class="labelled">
          <span>{texts.kind}</span>
          <select
            class="field"
            value={values.kind}
            onChange={(event) => {
              const kind = statementKinds.find((one) => one === event.currentTarget.value);
              if (kind !== undefined) set({ kind });
            }}
          >
            {statementKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindWords[kind]}
              </option>
            ))}
          </select>
        </label>
        <label class="labelled">
          <span>{texts.said}</span>
          <input
            class="field figures"
            value={values.said}
            placeholder="2016-11-16"
            aria-describedby={`${id}-said`}
            aria-invalid={bad}
            onInput={(event) => set({ said: event.currentTarget.value })}
          />
        </label>
      </div>
      <p id={`${id}-said`} class={bad ? 'hint bad' : 'hint'} role={bad ? 'alert' : undefined}>
        {bad ? texts.saidBad : `${texts.kindHint(kindMeanings[values.kind])} ${texts.saidHint}`}
      </p>
      <div class="acts">
        <button type="submit" class="button primary">
          {props.saveLabel}
        </button>
        <button type="button" class="button" onClick={props.onCancel}>
          {common.cancel}
        </button>
      </div>
    </form>
  );
}

function focused(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
