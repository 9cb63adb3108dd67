import type { RoomDescription } from '../../shared/room.ts';
import { Reader } from './reader.tsx';
import { reader } from './texts.ts';
import './pages.css';

export const readerRoom: RoomDescription<'reader'> = {
  title: reader.roomTitle,
  show: (place) => <Reader {...place} />,
  inRail: null,
  belongsTo: 'library',
  command: null,
};
