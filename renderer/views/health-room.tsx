import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { HealthState } from '../../main/contract/health.ts';
import { api } from '../api/api.ts';
import { BackupPart } from '../components/backup-part.tsx';
import { BinPart } from '../components/bin-part.tsx';
import { CheckPart } from '../components/check-part.tsx';
import { EventPart } from '../components/event-part.tsx';
import { RoomHead } from '../components/room-head.tsx';
import { Tabs } from '../components/tabs.tsx';
import { figure } from '../lib/figures.ts';
import { jobStates } from '../state/jobs.ts';
import { changes, library } from '../state/library.ts';
import { notifyError } from '../state/notices.ts';
import { healthTexts as texts } from '../texts/health.ts';

const parts = ['check', 'backups', 'bin', 'events'] as const;
type Part = (typeof parts)[number];
/** The part that was looked at last. */
const part = signal<Part>('check');

/** Trust: integrity and fixity, backups, the bin, the event log. */
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
      </div>
    </div>
  );
}

/** The library's health, read again after every change and every finished check, backup or extraction. */
function useHealth(): HealthState | null {
  const [health, setHealth] = useState<HealthState | null>(null);
  const version = changes.value;
  const checked = jobStates['health.check'].value.status;
  const backedUp = jobStates['health.backup'].value.status;
  const extracted = jobStates['articles.extractAgain'].value.status;
  useEffect(() => {
    // Named because they decide when to read again.
    if (version < 0 || checked === 'running' || backedUp === 'running' || extracted === 'running') return;
    const stop = new AbortController();
    api.call('health.state', {}, { signal: stop.signal }).then(setHealth, (thrown: unknown) => {
      if (!stop.signal.aborted) notifyError(thrown);
    });
    return () => stop.abort();
  }, [version, checked, backedUp, extracted]);
  return health;
}
