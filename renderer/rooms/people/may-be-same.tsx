import type { SameNameProposal, SpeakerDescription } from '../../../main/contract/people.ts';
import { api } from '../../api/api.ts';
import { touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { readOnly } from '../../shared/state/library.ts';
import { ProposedPair } from './proposed-pair.tsx';
import { peopleTexts } from './texts.ts';

/** Names that may be this person's too. */
export function MayBeSame({ person }: { readonly person: SpeakerDescription }) {
  const pairs = useLiveValue<readonly SameNameProposal[]>(
    touchedBy('speakers'),
    {
      before: [],
      read: async (stop) =>
        readOnly.value
          ? []
          : (await api.call('people.proposals', { person: person.id, limit: 5 }, { signal: stop })).rows,
      onError: () => undefined,
    },
    [person.id],
  );
  if (pairs.length === 0) return null;
  return (
    <section class="about-part">
      <h3>{peopleTexts.page.maybe}</h3>
      <ul class="pairs">
        {pairs.map((pair) => (
          <ProposedPair key={`${pair.one.id} ${pair.other.id}`} pair={pair} page={person.id} />
        ))}
      </ul>
    </section>
  );
}
