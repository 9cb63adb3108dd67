import type { RoomDescription } from '../../shared/room.ts';
import { HealthRoom } from './health-room.tsx';
import { healthTexts } from './texts.ts';

export const healthRoom: RoomDescription<'health'> = {
  title: healthTexts.title,
  show: () => <HealthRoom />,
  inRail: { icon: 'health' },
  command: 'show-health',
};
