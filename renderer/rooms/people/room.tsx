import type { RoomDescription } from '../../shared/room.ts';
import { speakers } from '../../shared/state/library.ts';
import { PeopleRoom } from './people-room.tsx';
import { peopleTexts } from './texts.ts';
import './people.css';
import './person.css';

export const peopleRoom: RoomDescription<'people'> = {
  title: peopleTexts.title,
  show: (place) => <PeopleRoom person={place.person ?? null} isProposing={place.list === 'proposals'} />,
  inRail: { icon: 'person', count: () => speakers.value.length },
  command: 'show-people',
};
