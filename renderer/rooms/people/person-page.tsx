import { useState } from 'preact/hooks';
import { VerbatimError } from '../../../main/contract/errors.ts';
import type { SpeakerId, StatementId } from '../../../main/contract/ids.ts';
import type { SpeakerDescription } from '../../../main/contract/people.ts';
import { api } from '../../api/api.ts';
import { Empty } from '../../shared/parts/empty.tsx';
import { Icon } from '../../shared/parts/icon.tsx';
import { tellFailedReading, touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { isTyping, useKeys } from '../../shared/state/keys.ts';
import { readOnly } from '../../shared/state/library.ts';
import { navigate } from '../../shared/state/route.ts';
import { About } from './about.tsx';
import { GiveDialog } from './give-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { NamesDialog } from './names-dialog.tsx';
import { PersonHead } from './person-head.tsx';
import { RoleDialog } from './role-dialog.tsx';
import { peopleTexts as texts } from './texts.ts';
import { Timeline } from './timeline.tsx';

/** What lies over a page. */
export type OpenDialog = 'names' | 'merge' | 'give' | 'role';

/** A person or an organization: names, roles over time, all statements as a timeline, and what stands around them. */
export function PersonPage({ id }: { readonly id: SpeakerId }) {
  const [isGone, setGone] = useState(false);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<StatementId>>(new Set());
  const person = useLiveValue<SpeakerDescription | null>(
    touchedBy('speakers', 'statements', 'articles'),
    {
      before: null,
      read: async (stop) => {
        const described = await api.call('people.describe', { id }, { signal: stop });
        setGone(false);
        return described;
      },
      onError: (thrown) => {
        if (thrown instanceof VerbatimError && thrown.code === 'not-found') setGone(true);
        else tellFailedReading(thrown);
      },
    },
    [id],
  );
  const all = () => navigate({ room: 'people' });
  const writable = () => !readOnly.value && person !== null;
  useKeys(
    {
      e: { label: texts.keys.names, run: () => setDialog('names'), when: writable },
      m: { label: texts.keys.merge, run: () => setDialog('merge'), when: writable },
      g: { label: texts.keys.give, run: () => setDialog('give'), when: writable },
      Escape: {
        label: texts.keys.back,
        // What is being written is kept by leaving the field.
        run: ({ target }) => (isTyping(target) && target instanceof HTMLElement ? target.blur() : all()),
      },
    },
    { title: texts.keys.title },
  );
  const toAll = (
    <button type="button" class="button quiet to-all" onClick={all}>
      <Icon name="back" /> {texts.back}
    </button>
  );
  if (isGone)
    return (
      <div class="person-page">
        {toAll}
        <Empty title={texts.goneTitle} text={texts.goneText} />
      </div>
    );
  if (person === null) return null;
  const close = () => setDialog(null);
  return (
    <article class="person-page" aria-label={person.name}>
      {toAll}
      <PersonHead person={person} chosen={chosen.size} open={setDialog} />
      <div class="person-body">
        <Timeline
          person={person}
          chosen={chosen}
          toggle={(statement) => {
            const next = new Set(chosen);
            if (!next.delete(statement)) next.add(statement);
            setChosen(next);
          }}
        />
        <About person={person} keepRole={() => setDialog('role')} />
      </div>
      {dialog === 'names' && <NamesDialog person={person} onClose={close} />}
      {dialog === 'merge' && <MergeDialog person={person} onClose={close} />}
      {dialog === 'role' && <RoleDialog person={person} onClose={close} />}
      {dialog === 'give' && (
        <GiveDialog person={person} chosen={[...chosen]} onGiven={() => setChosen(new Set())} onClose={close} />
      )}
    </article>
  );
}
