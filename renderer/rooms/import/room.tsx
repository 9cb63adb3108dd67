import type { RoomDescription } from '../../shared/room.ts';
import { ImportRoom } from './import-room.tsx';
import { importTexts } from './texts.ts';
import './tables.css';

export const importRoom: RoomDescription<'import'> = {
  title: importTexts.title,
  show: () => <ImportRoom />,
  inRail: { icon: 'import' },
  command: 'show-import',
};
