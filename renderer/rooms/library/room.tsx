import type { RoomDescription } from '../../shared/room.ts';
import { library } from '../../shared/state/library.ts';
import { route } from '../../shared/state/route.ts';
import { collection, lookFor, query } from '../../shared/state/search.ts';
import { LibraryRoom } from './library-room.tsx';
import { libraryTexts } from './texts.ts';
import './preview.css';
import './first-start.css';
import './library.css';

export const libraryRoom: RoomDescription<'library'> = {
  title: libraryTexts.roomTitle,
  show: () => <LibraryRoom />,
  inRail: {
    icon: 'library',
    count: () => library.value?.articles ?? 0,
    // From elsewhere to what was looked for; from the room itself to all there is.
    enter: () => lookFor(route.value.room === 'library' ? '' : query.value),
    isHere: () => collection.value === null,
  },
  command: 'show-library',
};
