import type { Person } from '../../../main/contract/people.ts';
import { SpeakerFields } from './speaker-fields.tsx';
import { noSpeaker, type SpeakersValues, type SpeakerValues, speakerValues } from './statement-fields.ts';
import { statementFormTexts as texts } from './texts.ts';

/** Who speaks: one of the article's people by a press, or fields; without a name, how the article describes who does. */
export function SpeakersEdit(props: {
  readonly values: SpeakersValues;
  readonly people: readonly Person[];
  readonly onChange: (change: Partial<SpeakersValues>) => void;
}) {
  const { speakers, described } = props.values;
  const change = (index: number, speaker: SpeakerValues) => {
    props.onChange({ speakers: speakers.map((one, at) => (at === index ? speaker : one)) });
  };
  const named = (index: number, name: string) => {
    const person = props.people.find((one) => one.name === name);
    change(index, person === undefined ? { ...(speakers[index] ?? noSpeaker), name } : speakerValues(person));
  };
  /** Whom a person chooses is the speaker who was added last. */
  const last = speakers.length - 1;
  return (
    <>
      {props.people.length > 0 && (
        <div class="people">
          {props.people.slice(0, 6).map((person) => (
            <button
              key={person.name}
              type="button"
              class="person"
              aria-pressed={speakers.some(({ name }) => name === person.name)}
              onClick={() => change(last, speakerValues(person))}
            >
              {person.name}
            </button>
          ))}
        </div>
      )}
      {speakers.map((speaker, index) => (
        <SpeakerFields
          key={`${index}`}
          values={speaker}
          number={last === 0 ? null : index + 1}
          focused={index === last}
          onName={(name) => named(index, name)}
          onChange={(changed) => change(index, changed)}
          onRemove={() => props.onChange({ speakers: speakers.filter((_, at) => at !== index) })}
        />
      ))}
      {speakers.every(({ name }) => name.trim() === '') && (
        <label class="labelled">
          <span>{texts.described}</span>
          <input
            class="field"
            placeholder={texts.describedHint}
            maxLength={200}
            value={described}
            onInput={(event) => props.onChange({ described: event.currentTarget.value })}
          />
        </label>
      )}
      <button
        type="button"
        class="button add-speaker"
        onClick={() => props.onChange({ speakers: [...speakers, noSpeaker] })}
      >
        {texts.addSpeaker}
      </button>
    </>
  );
}
