import type { SpeakerDescription } from '../../../main/contract/people.ts';
import { readOnly } from '../../shared/state/library.ts';
import { navigate } from '../../shared/state/route.ts';
import type { OpenDialog } from './person-page.tsx';
import { peopleTexts } from './texts.ts';

const texts = peopleTexts.page;

/** Who it is, by all names, how much they say, and what can be done. */
export function PersonHead(props: {
  readonly person: SpeakerDescription;
  /** How many of their statements are chosen. */
  readonly chosen: number;
  readonly open: (dialog: OpenDialog) => void;
}) {
  const { person, chosen, open } = props;
  return (
    <header class="person-head">
      <div class="person-names">
        <h2>
          <bdi>{person.name}</bdi>
        </h2>
        <p>
          {peopleTexts.kinds[person.kind]} · {peopleTexts.statements(person.statements)}
          {person.suggested > 0 && ` · ${texts.waiting(person.suggested)}`}
        </p>
        {person.aliases.length > 0 && (
          <p class="aliases">
            {texts.also}{' '}
            {person.aliases.map(({ name }) => (
              <bdi key={name}>{name}</bdi>
            ))}
          </p>
        )}
      </div>
      <div class="person-acts" role="toolbar" aria-label={texts.acts}>
        {!readOnly.value && (
          <>
            <Act label={texts.edit} keyed="e" run={() => open('names')} />
            <Act label={texts.merge} keyed="m" run={() => open('merge')} />
            {person.statements > 0 && (
              <Act label={chosen > 0 ? texts.giveChosen(chosen) : texts.give} keyed="g" run={() => open('give')} />
            )}
          </>
        )}
        {person.statements > 0 && (
          <button
            type="button"
            class="button"
            onClick={() => navigate({ room: 'export', selection: { of: 'person', person: person.id } })}
          >
            {texts.export}
          </button>
        )}
      </div>
    </header>
  );
}

function Act(props: { readonly label: string; readonly keyed: string; readonly run: () => void }) {
  return (
    <button type="button" class="button" aria-keyshortcuts={props.keyed} onClick={props.run}>
      {props.label}
    </button>
  );
}
