import type { RoomDescription } from '../../shared/room.ts';
import { library } from '../../shared/state/library.ts';
import { StatementsRoom } from './statements-room.tsx';
import { statementTexts } from './texts.ts';
import './ledger.css';

export const statementsRoom: RoomDescription<'statements'> = {
  title: statementTexts.title,
  show: () => <StatementsRoom />,
  inRail: { icon: 'statements', count: () => library.value?.statements ?? 0 },
  command: 'show-statements',
};
