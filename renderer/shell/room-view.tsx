import { AwaitedRoom } from '../rooms/awaited/awaited-room.tsx';
import { CompareRoom } from '../rooms/compare/compare-room.tsx';
import { ExportRoom } from '../rooms/export/export-room.tsx';
import { HealthRoom } from '../rooms/health/health-room.tsx';
import { ImportRoom } from '../rooms/import/import-room.tsx';
import { LibraryRoom } from '../rooms/library/library-room.tsx';
import { Reader } from '../rooms/reader/reader.tsx';
import { StatementsRoom } from '../rooms/statements/statements-room.tsx';
import { route } from '../shared/state/route.ts';

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
