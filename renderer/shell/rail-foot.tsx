import type { HealthState } from '../../main/contract/health.ts';
import type { Progress } from '../../main/contract/jobs.ts';
import { api } from '../api/api.ts';
import { daysAgo } from '../shared/lib/dates.ts';
import { fraction } from '../shared/lib/progress.ts';
import { Icon } from '../shared/parts/icon.tsx';
import { liveValue, touchedBy } from '../shared/state/changes.ts';
import { jobStates } from '../shared/state/jobs.ts';
import { readOnly } from '../shared/state/library.ts';
import { overlay } from '../shared/state/overlays.ts';
import { navigate, type Route } from '../shared/state/route.ts';
import { common } from '../shared/texts/common.ts';
import { frame } from './texts/frame.ts';

/** The foot of the rail: what runs now, whether the library is whole, and the ways to keys and appearance. */
export function RailFoot() {
  return (
    <div class="rail-foot">
      {readOnly.value && <p class="read-only">{common.readOnly}</p>}
      <Running name="import.resume" label={frame.importing} to={{ room: 'import' }} />
      <Running name="import.sample" label={frame.importing} to={{ room: 'library' }} />
      <Running name="export.run" label={frame.exporting} to={{ room: 'export' }} />
      <Running name="health.check" label={frame.checking} to={{ room: 'health' }} />
      <Running name="health.backup" label={frame.backingUp} to={{ room: 'health' }} />
      <div class="rail-tools">
        <Verified />
        <Tool icon="settings" label={frame.settings} kind="appearance" />
        <Tool icon="keyboard" label={frame.keys} kind="keys" />
      </div>
    </div>
  );
}

function Tool(props: {
  readonly icon: 'settings' | 'keyboard';
  readonly label: string;
  readonly kind: 'appearance' | 'keys';
}) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={props.label}
      title={props.label}
      onClick={() => {
        overlay.value = { kind: props.kind };
      }}
    >
      <Icon name={props.icon} />
    </button>
  );
}

type Watched = 'import.resume' | 'import.sample' | 'export.run' | 'health.check' | 'health.backup';

/** A job that runs while its room is left; a press goes there. */
function Running(props: { readonly name: Watched; readonly label: string; readonly to: Route }) {
  const state = jobStates[props.name].value;
  if (state.status !== 'running') return null;
  const part = progressPart(state.progress);
  return (
    <button type="button" class="running" onClick={() => navigate(props.to)}>
      {props.label}
      <progress aria-label={props.label} {...(part === null ? {} : { value: Math.round(part * 100), max: 100 })} />
    </button>
  );
}

function progressPart(progress: Progress | null): number | null {
  return progress === null ? null : fraction(progress);
}

const { value: lastCheck } = liveValue<HealthState['lastCheck']>(touchedBy('health'), {
  before: null,
  read: (stop) => api.call('health.lastCheck', {}, { signal: stop }),
});

function Verified() {
  const check = lastCheck.value;
  const words = check === null ? frame.verified.never : check.ok ? ageWords(check.at) : frame.verified.bad;
  return (
    <button type="button" class="verified" onClick={() => navigate({ room: 'health' })}>
      <i class={`dot ${check === null ? 'never' : check.ok ? 'good' : 'bad'}`} />
      {words}
    </button>
  );
}

function ageWords(at: string): string {
  const days = daysAgo(at, new Date());
  if (days <= 0) return frame.verified.today;
  return days === 1 ? frame.verified.yesterday : frame.verified.days(days);
}
