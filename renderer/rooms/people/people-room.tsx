import type { SpeakerId } from '../../../main/contract/ids.ts';
import { Empty } from '../../shared/parts/empty.tsx';
import { RoomHead } from '../../shared/parts/room-head.tsx';
import { navigate } from '../../shared/state/route.ts';
import { filters, people } from './listed-people.ts';
import { PeopleFilters } from './people-filters.tsx';
import { PeopleList } from './people-list.tsx';
import { PersonPage } from './person-page.tsx';
import { Proposals } from './proposals.tsx';
import { peopleTexts as texts } from './texts.ts';

/** Who speaks: everybody by name, and beside them the page of one, or the names that may be one person's. */
export function PeopleRoom(props: { readonly person: SpeakerId | null; readonly isProposing: boolean }) {
  const { person, isProposing } = props;
  const isOpen = person !== null || isProposing;
  const total = people.total.value;
  const isNarrowed = filters.value.words !== '' || filters.value.kind !== '';
  return (
    <div class="room">
      <RoomHead
        title={texts.title}
        aside={
          <p class="figures room-count" role="status">
            {total !== null && texts.count(total)}
          </p>
        }
      >
        {(total !== 0 || isNarrowed) && (
          <button
            type="button"
            class="button to-proposals"
            aria-pressed={isProposing}
            onClick={() => navigate(isProposing ? { room: 'people' } : { room: 'people', list: 'proposals' })}
          >
            {texts.proposals.open}
          </button>
        )}
      </RoomHead>
      {total === 0 && !isNarrowed && !isOpen ? (
        <div class="room-body">
          <Empty title={texts.emptyTitle} text={texts.emptyText} />
        </div>
      ) : (
        <div class={isOpen ? 'room-body with-person has-open' : 'room-body with-person'}>
          <section class="people-side" aria-label={texts.list}>
            <PeopleFilters />
            <PeopleList person={person} />
          </section>
          <div class="people-main">
            {person !== null ? (
              <PersonPage key={person} id={person} />
            ) : isProposing ? (
              <Proposals />
            ) : (
              <Empty title={texts.choose} text={texts.chooseText} />
            )}
          </div>
        </div>
      )}
    </div>
  );
}
