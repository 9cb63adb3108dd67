import type { RoomDescription } from '../../shared/room.ts';
import { ExportRoom } from './export-room.tsx';
import { exportTexts } from './texts.ts';
import './export.css';

export const exportRoom: RoomDescription<'export'> = {
  title: exportTexts.title,
  show: ({ selection }) => <ExportRoom selection={selection ?? { of: 'everything' }} />,
  inRail: { icon: 'export' },
  command: 'show-export',
};
