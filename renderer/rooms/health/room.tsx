import type { RoomDescription } from '../../shared/room.ts';
import { HealthRoom } from './health-room.tsx';
import { healthTexts } from './texts.ts';
import './health.css';

export const healthRoom: RoomDescription<'health'> = {
  title: healthTexts.title,
  show: () => <HealthRoom />,
  inRail: { icon: 'health' },
  command: 'show-health',
};
