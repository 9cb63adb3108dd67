import { useState } from 'preact/hooks';
import { type SpeakerDescription, type SpeakerKind, speakerKinds } from '../../../main/contract/people.ts';
import { Dialog } from '../../shared/parts/dialog.tsx';
import { DraftField } from '../../shared/parts/draft-field.tsx';
import { Icon } from '../../shared/parts/icon.tsx';
import { addAlias, change, part, removeAlias } from './person-acts.ts';
import { peopleTexts } from './texts.ts';

const texts = peopleTexts.names;

/** The name that is shown, the kind, and all other names. Each is kept when it is left. */
export function NamesDialog({
  person,
  onClose,
}: {
  readonly person: SpeakerDescription;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <div class="names-form">
        <DraftField label={texts.name} value={person.name} required save={(name) => void change(person, { name })} />
        <label class="labelled">
          <span>{texts.kind}</span>
          <select
            class="field"
            value={person.isKindKept ? person.kind : ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              void change(person, { kind: value === '' ? null : (value as SpeakerKind) });
            }}
          >
            <option value="">
              {person.isKindKept ? peopleTexts.anyKind : texts.byName(peopleTexts.kinds[person.kind])}
            </option>
            {speakerKinds.map((kind) => (
              <option key={kind} value={kind}>
                {peopleTexts.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <section aria-label={texts.others}>
          <h3>{texts.others}</h3>
          <p class="hint">{texts.othersHint}</p>
          <ul class="other-names">
            {person.aliases.map(({ name, merged }) => {
              const label = merged === null ? texts.remove(name) : peopleTexts.merge.part(name);
              return (
                <li key={name}>
                  <bdi>{name}</bdi>
                  <button
                    type="button"
                    class="button quiet"
                    aria-label={label}
                    title={label}
                    onClick={() =>
                      void (merged === null ? removeAlias(person.id, name) : part(name, merged, person.id))
                    }
                  >
                    <Icon name={merged === null ? 'cross' : 'restore'} />
                  </button>
                </li>
              );
            })}
          </ul>
          <NewAlias person={person} />
        </section>
      </div>
    </Dialog>
  );
}

function NewAlias({ person }: { readonly person: SpeakerDescription }) {
  const [name, setName] = useState('');
  const add = async () => {
    if (name.trim() !== '' && (await addAlias(person.id, name.trim()))) setName('');
  };
  return (
    <form
      class="new-alias"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <input
        class="field"
        aria-label={texts.add}
        placeholder={texts.add}
        maxLength={200}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="button">
        {texts.addButton}
      </button>
    </form>
  );
}
