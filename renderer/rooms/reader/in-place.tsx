import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type Statement, statementKinds } from '../../../main/contract/statements.ts';
import { SpeakersEdit } from '../../shared/statement/speakers-edit.tsx';
import { fieldsOfStatement, saidOf, speakerFieldsOf, speakersOf } from '../../shared/statement/statement-fields.ts';
import { statementFormTexts } from '../../shared/statement/texts.ts';
import { kindMeanings, kindWords } from '../../shared/texts/common.ts';
import { closeEditing } from './correct-words.ts';
import { changeStatement } from './mark-actions.ts';
import { type StatementValue, useReader } from './model.ts';
import { reader } from './texts.ts';

const texts = reader.inPlace;

/**
 * A value of a statement on its card. On the card that is looked at a press, or Enter on it, opens it where it stands; a press
 * on any other card looks at that one, and no more.
 */
export function Value(props: {
  readonly statement: Statement;
  readonly value: StatementValue;
  readonly children: ComponentChildren;
}) {
  const model = useReader();
  const { statement, value, children } = props;
  if (!model.writable.value || model.active.value !== statement.id) return <>{children}</>;
  return (
    <button
      type="button"
      class="in-place"
      data-value={value}
      title={texts.change[value]}
      onClick={() => {
        model.corrected.value = null;
        model.editing.value = { id: statement.id, part: value };
      }}
    >
      {children}
    </button>
  );
}

interface EditorProps {
  readonly statement: Statement;
}

/** Takes Escape to itself: it closes what is open here, and nothing else. */
function closing(close: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
}

/** Who speaks, in place of the name. */
export function SpeakerEditor({ statement }: EditorProps) {
  const model = useReader();
  const initial = speakersOf(statement);
  const [values, setValues] = useState(initial);
  return (
    <form
      class="statement-form in-place-form"
      aria-label={texts.change.speaker}
      onKeyDown={closing(() => closeEditing(model))}
      onSubmit={(event) => {
        event.preventDefault();
        closeEditing(model);
        void changeStatement(model, statement, speakerFieldsOf(values, initial), reader.acts.speaker);
      }}
    >
      <SpeakersEdit
        values={values}
        people={model.view.value?.people ?? []}
        onChange={(change) => setValues({ ...values, ...change })}
      />
      <div class="acts">
        <button type="submit" class="button primary">
          {reader.save}
        </button>
        <button type="button" class="button" onClick={() => closeEditing(model)}>
          {reader.cancel}
        </button>
      </div>
    </form>
  );
}

/** Four kinds, of which a press takes one. */
export function KindEditor({ statement }: EditorProps) {
  const model = useReader();
  return (
    <fieldset class="kind-choice" onKeyDown={closing(() => closeEditing(model))}>
      <legend class="said">{texts.change.kind}</legend>
      {statementKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          class="person"
          title={kindMeanings[kind]}
          aria-pressed={kind === statement.kind}
          ref={kind === statement.kind ? focus : null}
          onClick={() => {
            closeEditing(model);
            if (kind !== statement.kind) void changeStatement(model, statement, { kind }, reader.acts.kind);
          }}
        >
          {kindWords[kind]}
        </button>
      ))}
    </fieldset>
  );
}

/** The day in a field where it stood: kept by Enter and when the field is left. */
export function SaidEditor({ statement }: EditorProps) {
  const model = useReader();
  const before = fieldsOfStatement(statement).said ?? '';
  const [written, setWritten] = useState(before);
  const [isBad, setBad] = useState(false);
  /** What goes away is left too: nothing is kept twice, and nothing that was taken back. */
  const isDone = useRef(false);
  const close = () => {
    isDone.current = true;
    closeEditing(model);
  };
  const keep = () => {
    if (isDone.current) return;
    const said = saidOf(written);
    setBad(said === undefined);
    if (said === undefined) return;
    close();
    if ((said ?? '') !== before) void changeStatement(model, statement, { said }, reader.acts.said);
  };
  return (
    <form
      onKeyDown={closing(close)}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <input
        class="field figures"
        aria-label={statementFormTexts.said}
        aria-describedby="said-in-place"
        aria-invalid={isBad}
        placeholder="2016-11-16"
        value={written}
        ref={focus}
        onInput={(event) => setWritten(event.currentTarget.value)}
        onBlur={keep}
      />
      <p id="said-in-place" class={isBad ? 'hint bad' : 'hint'} role={isBad ? 'alert' : undefined}>
        {isBad ? statementFormTexts.saidBad : texts.saidHint}
      </p>
    </form>
  );
}

function focus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
