import { signal } from '@preact/signals';
import type { HealthState } from '../../../main/contract/health.ts';
import { api } from '../../api/api.ts';
import { figure } from '../../shared/lib/figures.ts';
import { RoomHead } from '../../shared/parts/room-head.tsx';
import { Tabs } from '../../shared/parts/tabs.tsx';
import { touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { library } from '../../shared/state/library.ts';
import { BackupPart } from './backup-part.tsx';
import { BinPart } from './bin-part.tsx';
import { CheckPart } from './check-part.tsx';
import { EventPart } from './event-part.tsx';
import { LogPart } from './log-part.tsx';
import { healthTexts as texts } from './texts.ts';

const parts = ['check', 'backups', 'bin', 'events', 'log'] as const;
type Part = (typeof parts)[number];
/** The part that was looked at last. */
const part = signal<Part>('check');

/** Trust: integrity and fixity, backups, the bin, the event log, the program's log. */
export function HealthRoom() {
  const health = useHealth();
  const binned = library.value?.binned ?? 0;
  const label = (one: Part) => (one === 'bin' && binned > 0 ? `${texts.tabs.bin} ${figure(binned)}` : texts.tabs[one]);
  return (
    <div class="room">
      <RoomHead title={texts.title} lead={texts.lead} />
      <Tabs
        label={texts.title}
        tabs={parts.map((one) => ({ id: one, label: label(one) }))}
        at={part.value}
        change={(next) => {
          part.value = next;
        }}
      />
      <div class="room-body scrolled" role="tabpanel" id="tabpanel" aria-labelledby={`tab-${part.value}`} tabIndex={-1}>
        {part.value === 'check' && <CheckPart health={health} />}
        {part.value === 'backups' && <BackupPart backups={health?.backups ?? null} />}
        {part.value === 'bin' && <BinPart />}
        {part.value === 'events' && <EventPart />}
        {part.value === 'log' && <LogPart />}
      </div>
    </div>
  );
}

/** The library's health: what it holds, and how the last check, backup and extraction ended. */
function useHealth(): HealthState | null {
  return useLiveValue<HealthState | null>(touchedBy('health', 'articles'), {
    before: null,
    read: (stop) => api.call('health.state', {}, { signal: stop }),
  });
}
