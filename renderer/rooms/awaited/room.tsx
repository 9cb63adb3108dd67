import type { RoomDescription } from '../../shared/room.ts';
import { AwaitedRoom } from './awaited-room.tsx';
import { awaitedTexts } from './texts.ts';
import './awaited.css';

export const awaitedRoom: RoomDescription<'awaited'> = {
  title: awaitedTexts.title,
  show: () => <AwaitedRoom />,
  inRail: null,
  belongsTo: 'import',
  command: 'show-awaited',
};
