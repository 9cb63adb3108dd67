// The reader's styles stand before those of Compare, which draws on them: the later of two equal rules wins.
import './reader/reader.tsx';
import type { ComponentChildren } from 'preact';
import type { RailEntry, RoomDescription } from '../shared/room.ts';
import type { Commands } from '../shared/state/commands.ts';
import { navigate, type Room, type Route } from '../shared/state/route.ts';
import { awaitedRoom } from './awaited/room.tsx';
import { compareRoom } from './compare/room.tsx';
import { exportRoom } from './export/room.tsx';
import { healthRoom } from './health/room.tsx';
import { importRoom } from './import/room.tsx';
import { libraryRoom } from './library/room.tsx';
import { peopleRoom } from './people/room.tsx';
import { readerRoom } from './reader/room.tsx';
import { statementsRoom } from './statements/room.tsx';

/** All rooms, in the order of the rail. A new one is a folder, its place in `shared/state/route.ts`, and a line here. */
const rooms: { readonly [Name in Room]: RoomDescription<Name> } = {
  library: libraryRoom,
  reader: readerRoom,
  statements: statementsRoom,
  people: peopleRoom,
  compare: compareRoom,
  import: importRoom,
  awaited: awaitedRoom,
  export: exportRoom,
  health: healthRoom,
};
const names = Object.keys(rooms) as Room[];

/** The commands that go to rooms. */
export function roomCommands(): Commands {
  return Object.fromEntries(
    names.flatMap((room) => {
      const { command } = rooms[room];
      return command === null ? [] : [[command, goTo(room)]];
    }),
  );
}

/** What a room is called. */
export function roomTitle(room: Room): string {
  return rooms[room].title;
}

/** The room at a place. */
export function showRoom(place: Route): ComponentChildren {
  // Each room is asked for a place of its own: the types of the two go together by the room's name.
  const { show } = rooms[place.room] as RoomDescription<Room>;
  return show(place);
}

/** The rooms that stand in the rail. */
export function railRooms(): readonly (Required<Pick<RailEntry, 'enter'>> &
  RailEntry & { readonly room: Room; readonly title: string })[] {
  return names.flatMap((room) => {
    const { title, inRail } = rooms[room];
    return inRail === null ? [] : [{ room, title, enter: goTo(room), ...inRail }];
  });
}

/** Goes to a room by its name alone, which does for all but the reader: that one has no command and is not in the rail. */
function goTo(room: Room): () => void {
  return () => navigate({ room } as Exclude<Route, { room: 'reader' }>);
}

/** The room of the rail in which a person is who is in another: an article is read in the Library. */
export function railRoomOf(room: Room): Room {
  return rooms[room].belongsTo ?? room;
}
