import { useState } from 'preact/hooks';
import type { SpeakerDescription, SpeakerRow } from '../../../main/contract/people.ts';
import { Dialog } from '../../shared/parts/dialog.tsx';
import { common } from '../../shared/texts/common.ts';
import { ChoosePerson } from './choose-person.tsx';
import { merge } from './person-acts.ts';
import { peopleTexts } from './texts.ts';

const texts = peopleTexts.merge;

/** Chooses who else somebody is, shows what becomes of whom, and merges the two. */
export function MergeDialog({
  person,
  onClose,
}: {
  readonly person: SpeakerDescription;
  readonly onClose: () => void;
}) {
  const [other, setOther] = useState<SpeakerRow | null>(null);
  const [isSwapped, setSwapped] = useState(false);
  if (other === null)
    return (
      <Dialog title={texts.title} onClose={onClose}>
        <ChoosePerson
          label={texts.pick(person.name)}
          except={person.id}
          mayBeNew={false}
          onChoose={(chosen) => 'row' in chosen && setOther(chosen.row)}
        />
      </Dialog>
    );
  const [from, into] = isSwapped ? [person, other] : [other, person];
  return (
    <Dialog title={texts.title} onClose={onClose} key="confirm">
      <p>{texts.explain(from.name, into.name, from.statements)}</p>
      <p>
        <button type="button" class="link-button" onClick={() => setSwapped(!isSwapped)}>
          {texts.swap(from.name)}
        </button>
      </p>
      <div class="acts">
        <button
          type="button"
          class="button primary"
          autofocus
          onClick={() => {
            onClose();
            void merge(from, into);
          }}
        >
          {texts.confirm}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {common.cancel}
        </button>
      </div>
    </Dialog>
  );
}
