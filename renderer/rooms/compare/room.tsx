import type { RoomDescription } from '../../shared/room.ts';
import { CompareRoom } from './compare-room.tsx';
import { compareTexts } from './texts.ts';

export const compareRoom: RoomDescription<'compare'> = {
  title: compareTexts.title,
  show: ({ sides, list }) => <CompareRoom sides={sides ?? null} list={list ?? 'changed'} />,
  inRail: { icon: 'compare' },
  command: 'show-compare',
};
