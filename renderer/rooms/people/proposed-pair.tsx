import type { SpeakerId } from '../../../main/contract/ids.ts';
import type { NamedSpeaker, SameNameProposal } from '../../../main/contract/people.ts';
import { readOnly } from '../../shared/state/library.ts';
import { navigate } from '../../shared/state/route.ts';
import { mergePair, tellApart } from './person-acts.ts';
import { peopleTexts } from './texts.ts';

const texts = peopleTexts.proposals;

/** Two names that may be one, why, and what a person can say of them. On the page of one of them the other is named alone. */
export function ProposedPair({ pair, page }: { readonly pair: SameNameProposal; readonly page?: SpeakerId }) {
  const { one, other, reasons } = pair;
  return (
    <li class="pair">
      {[one, other].map((person) => person.id !== page && <Name key={person.id} person={person} />)}
      <p class="reasons">{reasons.map((reason) => texts.reasons[reason]).join(' · ')}</p>
      {!readOnly.value && (
        <div class="pair-acts" role="group" aria-label={texts.pair(one.name, other.name)}>
          <button type="button" class="button" onClick={() => void mergePair(other, one)}>
            {texts.merge}
          </button>
          <button type="button" class="button quiet" onClick={() => void tellApart(one, other)}>
            {texts.apart}
          </button>
        </div>
      )}
    </li>
  );
}

function Name({ person }: { readonly person: NamedSpeaker }) {
  const role = [person.role, person.organization].filter((part) => part !== null && part !== person.name).join(' · ');
  return (
    <div class="pair-name">
      <button type="button" class="link-button" onClick={() => navigate({ room: 'people', person: person.id })}>
        <bdi>{person.name}</bdi>
      </button>
      <span class="muted">
        {peopleTexts.statements(person.statements)}
        {role !== '' && <bdi> · {role}</bdi>}
      </span>
    </div>
  );
}
