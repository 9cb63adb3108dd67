import { useId, useState } from 'preact/hooks';
import type { StatementId } from '../../../main/contract/ids.ts';
import type { SpeakerDescription } from '../../../main/contract/people.ts';
import { Dialog } from '../../shared/parts/dialog.tsx';
import { ChoosePerson, type ChosenPerson } from './choose-person.tsx';
import { give } from './person-acts.ts';
import { peopleTexts } from './texts.ts';

const texts = peopleTexts.give;

type Which = 'chosen' | 'suggested' | 'all';

/** Gives chosen statements, all suggested ones or all to somebody else: a wrong person is corrected once. */
export function GiveDialog(props: {
  readonly person: SpeakerDescription;
  readonly chosen: readonly StatementId[];
  readonly onGiven: () => void;
  readonly onClose: () => void;
}) {
  const { person, chosen, onClose } = props;
  const counts: Readonly<Record<Which, number>> = {
    chosen: chosen.length,
    suggested: person.suggested,
    all: person.statements,
  };
  const offered = (['chosen', 'suggested', 'all'] as const).filter((one) => counts[one] > 0);
  const [which, setWhich] = useState<Which>(offered[0] ?? 'all');
  const id = useId();
  const choose = (to: ChosenPerson) => {
    onClose();
    const target = 'row' in to ? { id: to.row.id, shown: to.row.name } : { name: to.name, shown: to.name };
    void give(person, target, which === 'chosen' ? [...chosen] : which, counts[which]).then(
      (done) => done && props.onGiven(),
    );
  };
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <fieldset class="which-statements">
        <legend>{texts.which}</legend>
        {offered.map((one) => (
          <label key={one}>
            <input type="radio" name={id} checked={which === one} onChange={() => setWhich(one)} />
            {texts[one](counts[one])}
          </label>
        ))}
      </fieldset>
      <ChoosePerson label={texts.to} except={person.id} mayBeNew onChoose={choose} />
      <p class="hint">{texts.hint}</p>
    </Dialog>
  );
}
