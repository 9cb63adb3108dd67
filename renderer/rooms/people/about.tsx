import type { ComponentChildren } from 'preact';
import type { SpeakerDescription, SpeakerSurroundings } from '../../../main/contract/people.ts';
import { api } from '../../api/api.ts';
import { figure } from '../../shared/lib/figures.ts';
import { fieldQuery } from '../../shared/lib/query-pieces.ts';
import { DraftField } from '../../shared/parts/draft-field.tsx';
import { touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { readOnly } from '../../shared/state/library.ts';
import { navigate } from '../../shared/state/route.ts';
import { lookFor } from '../../shared/state/search.ts';
import { MayBeSame } from './may-be-same.tsx';
import { change } from './person-acts.ts';
import { Roles } from './roles.tsx';
import { peopleTexts } from './texts.ts';

const texts = peopleTexts.page;
const nothing: SpeakerSurroundings = { codes: [], together: [], alongside: [] };

/** What is known of somebody besides their words. */
export function About(props: { readonly person: SpeakerDescription; readonly keepRole: () => void }) {
  const { person } = props;
  const around = useLiveValue<SpeakerSurroundings>(
    touchedBy('speakers', 'statements', 'annotations', 'codes'),
    {
      before: nothing,
      read: (stop) => api.call('people.surroundings', { id: person.id }, { signal: stop }),
      onError: () => undefined,
    },
    [person.id],
  );
  return (
    <aside class="about" aria-label={texts.about}>
      <MayBeSame person={person} />
      <Roles person={person} keepRole={props.keepRole} />
      <Notes person={person} />
      {around.codes.length > 0 && (
        <Part title={texts.codes}>
          {around.codes.map((code) => (
            <Item key={code.id} count={code.statements} run={() => lookFor(fieldQuery('code', code.name))}>
              <i class="swatch" style={{ background: `var(--code-${code.color})` }} />
              <bdi>{code.name}</bdi>
            </Item>
          ))}
        </Part>
      )}
      <Others title={texts.together} hint={texts.togetherHint} people={around.together} />
      <Others title={texts.alongside} hint={texts.alongsideHint} people={around.alongside} />
    </aside>
  );
}

function Notes({ person }: { readonly person: SpeakerDescription }) {
  const noted = person.aliases.filter(({ notes }) => notes !== '');
  return (
    <section class="about-part">
      {readOnly.value ? (
        person.notes !== '' && (
          <>
            <h3>{texts.notes}</h3>
            <p class="kept-note">{person.notes}</p>
          </>
        )
      ) : (
        <DraftField
          label={texts.notes}
          rows={3}
          value={person.notes}
          placeholder={texts.notesHint}
          save={(notes) => void change(person, { notes })}
        />
      )}
      {noted.map(({ name, notes }) => (
        <p key={name} class="kept-note">
          <b>{texts.noteOf(name)}</b> {notes}
        </p>
      ))}
    </section>
  );
}

function Others(props: {
  readonly title: string;
  readonly hint: string;
  readonly people: SpeakerSurroundings['together'];
}) {
  if (props.people.length === 0) return null;
  return (
    <Part title={props.title} hint={props.hint}>
      {props.people.map(({ id, name, count }) => (
        <Item key={id} count={count} run={() => navigate({ room: 'people', person: id })}>
          <bdi>{name}</bdi>
        </Item>
      ))}
    </Part>
  );
}

function Part(props: { readonly title: string; readonly hint?: string; readonly children: ComponentChildren }) {
  return (
    <section class="about-part">
      <h3>
        {props.title}
        {props.hint !== undefined && <span> {props.hint}</span>}
      </h3>
      <ul>{props.children}</ul>
    </section>
  );
}

function Item(props: { readonly count: number; readonly run: () => void; readonly children: ComponentChildren }) {
  return (
    <li>
      <button type="button" class="about-item" onClick={props.run}>
        {props.children}
        <span class="figures">{figure(props.count)}</span>
      </button>
    </li>
  );
}
