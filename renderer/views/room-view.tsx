import { Reader } from '../reader/reader.tsx';
import { route } from '../state/route.ts';
import { AwaitedRoom } from './awaited-room.tsx';
import { CompareRoom } from './compare-room.tsx';
import { ExportRoom } from './export-room.tsx';
import { HealthRoom } from './health-room.tsx';
import { ImportRoom } from './import-room.tsx';
import { LibraryRoom } from './library-room.tsx';
import { StatementsRoom } from './statements-room.tsx';

/** The room that the address names. */
export function RoomView() {
  const place = route.value;
  switch (place.room) {
    case 'library':
      return <LibraryRoom />;
    case 'reader':
      return <Reader {...place} />;
    case 'statements':
      return <StatementsRoom />;
    case 'compare':
      return <CompareRoom sides={place.sides ?? null} list={place.list ?? 'changed'} />;
    case 'import':
      return <ImportRoom />;
    case 'awaited':
      return <AwaitedRoom />;
    case 'export':
      return <ExportRoom selection={place.selection ?? { of: 'everything' }} />;
    case 'health':
      return <HealthRoom />;
  }
}
