import { useState } from 'preact/hooks';
import { type StatementKind, type StatementRow, statementKinds } from '../../main/contract/records.ts';
import { isDateText } from '../lib/date-text.ts';
import { speakers } from '../state/library.ts';
import { closeOverlay } from '../state/overlays.ts';
import { correct, fieldsOf } from '../state/statement-acts.ts';
import { common, kindMeanings, kindWords } from '../texts/common.ts';
import { reader } from '../texts/reader.ts';
import { statementTexts as texts } from '../texts/statements.ts';
import { Dialog } from './dialog.tsx';

/** Corrects who said it, as what, for whom, what kind it is, and when. The words themselves are the original's. */
export function CorrectStatement({ statement }: { readonly statement: StatementRow }) {
  const [bad, setBad] = useState(false);
  const now = fieldsOf(statement);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const said = text('said');
    if (said !== '' && !isDateText(said)) {
      setBad(true);
      return;
    }
    closeOverlay();
    const name = text('name');
    const speaker =
      name === '' ? null : { name, role: text('role') || null, organization: text('organization') || null };
    void correct(statement, { kind: text('kind') as StatementKind, speaker, said: said === '' ? null : said });
  };
  return (
    <Dialog title={texts.correctTitle} onClose={closeOverlay}>
      <blockquote class="quoted">{statement.text}</blockquote>
      <form onSubmit={submit} class="fields">
        <Field name="name" label={reader.form.speaker} value={now.speaker?.name ?? ''} list="known-speakers" first />
        <datalist id="known-speakers">
          {speakers.value.map((speaker) => (
            <option key={speaker.id} value={speaker.name} />
          ))}
        </datalist>
        <Field name="role" label={reader.form.role} value={now.speaker?.role ?? ''} />
        <Field name="organization" label={reader.form.organization} value={now.speaker?.organization ?? ''} />
        <label class="labelled">
          <span>{reader.form.kind}</span>
          <select class="field" name="kind" value={now.kind}>
            {statementKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindWords[kind]} ({kindMeanings[kind]})
              </option>
            ))}
          </select>
        </label>
        <Field
          name="said"
          label={reader.form.said}
          value={now.said ?? ''}
          hint={bad ? texts.dateBad : reader.form.saidHint}
        />
        <footer>
          <button type="button" class="button" onClick={closeOverlay}>
            {common.cancel}
          </button>
          <button type="submit" class="button primary">
            {common.save}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

function Field(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly list?: string;
  readonly hint?: string;
  readonly first?: boolean;
}) {
  return (
    <label class="labelled">
      <span>{props.label}</span>
      <input
        class="field"
        name={props.name}
        value={props.value}
        list={props.list}
        maxLength={200}
        autocomplete="off"
        autofocus={props.first}
      />
      {props.hint !== undefined && <span class="hint">{props.hint}</span>}
    </label>
  );
}
