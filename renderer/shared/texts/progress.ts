import { counted, figure } from '../lib/figures.ts';

/** How far something is. */
export const progressTexts = {
  pause: 'Pause',
  items: (done: number, total: number) => `${figure(done)} of ${counted(total, 'item')}`,
  bytesOf: (done: string, total: string) => `${done} of ${total}`,
  left: (time: string) => `${time} left`,
} as const;
