import { useId, useState } from 'preact/hooks';
import type { Person } from '../../../main/contract/people.ts';
import { statementKinds } from '../../../main/contract/statements.ts';
import { common, kindMeanings, kindWords } from '../texts/common.ts';
import { SpeakersEdit } from './speakers-edit.tsx';
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
  const save = () => {
    const fields = fieldsOf(values, props.initial);
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
      <SpeakersEdit values={values} people={props.people} onChange={set} />
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
