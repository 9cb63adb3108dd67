import { useId } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { speakers } from '../state/library.ts';
import type { SpeakerValues } from './statement-fields.ts';
import { statementFormTexts as texts } from './texts.ts';

/** Who speaks, as what, for whom. One of several can be taken away. */
export function SpeakerFields(props: {
  readonly values: SpeakerValues;
  /** Which of several, from 1; null of one alone. */
  readonly number: number | null;
  readonly focused: boolean;
  /** Another name may bring its role along. */
  readonly onName: (name: string) => void;
  readonly onChange: (values: SpeakerValues) => void;
  readonly onRemove: () => void;
}) {
  const { values, number } = props;
  const id = useId();
  const fields = (
    <>
      <label class="labelled">
        <span>{texts.speaker}</span>
        <input
          class="field"
          list={`${id}-speakers`}
          placeholder={texts.speakerHint}
          value={values.name}
          onInput={(event) => props.onName(event.currentTarget.value)}
          ref={props.focused ? focus : null}
        />
      </label>
      <datalist id={`${id}-speakers`}>
        {speakers.value.map((speaker) => (
          <option key={speaker.id} value={speaker.name} />
        ))}
      </datalist>
      <label class="labelled">
        <span>{texts.role}</span>
        <input
          class="field"
          value={values.role}
          onInput={(event) => props.onChange({ ...values, role: event.currentTarget.value })}
        />
      </label>
      <label class="labelled">
        <span>{texts.organization}</span>
        <input
          class="field"
          value={values.organization}
          onInput={(event) => props.onChange({ ...values, organization: event.currentTarget.value })}
        />
      </label>
    </>
  );
  if (number === null) return fields;
  return (
    <fieldset class="one-of-speakers">
      <legend>
        {texts.speakerNumber(number)}
        <button
          type="button"
          class="icon-button"
          aria-label={texts.removeSpeaker(number)}
          title={texts.removeSpeaker(number)}
          onClick={props.onRemove}
        >
          <Icon name="cross" />
        </button>
      </legend>
      {fields}
    </fieldset>
  );
}

function focus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
