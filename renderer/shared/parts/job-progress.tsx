import type { Progress } from '../../../main/contract/jobs.ts';
import { bytes, timeLeft } from '../lib/figures.ts';
import { fraction } from '../lib/progress.ts';
import { common } from '../texts/common.ts';
import { progressTexts as texts } from '../texts/progress.ts';

/** A running job: its phase, how far it is in items and bytes, the time left, what it works on, and Cancel. */
export function JobProgress(props: {
  readonly label: string;
  readonly progress: Progress | null;
  readonly cancel: () => void;
  /** Where it can be paused. */
  readonly pause?: () => void;
  readonly note?: string;
  /** What it is about, where its room doesn't say so. */
  readonly about?: string | null;
}) {
  const { progress } = props;
  const part = progress === null ? null : fraction(progress);
  return (
    <section class="job" aria-label={props.label}>
      <div class="job-line">
        <b>{props.label}</b>
        {props.about != null && <span class="muted about">{props.about}</span>}
        <span class="figures">{progress !== null && figures(progress)}</span>
        <span class="muted">
          {progress !== null && progress.secondsLeft !== null && texts.left(timeLeft(progress.secondsLeft))}
        </span>
      </div>
      <progress aria-label={props.label} {...(part === null ? {} : { value: Math.round(part * 100), max: 100 })} />
      <div class="job-line">
        <span class="current">{progress?.current}</span>
        {props.note !== undefined && <span class="muted">{props.note}</span>}
        {props.pause !== undefined && (
          <button type="button" class="button" onClick={props.pause}>
            {texts.pause}
          </button>
        )}
        <button type="button" class="button" onClick={props.cancel}>
          {common.cancel}
        </button>
      </div>
    </section>
  );
}

function figures({ items, bytes: size }: Progress): string {
  const parts = [texts.items(items.done, items.total)];
  if (size.total > 0) parts.push(texts.bytesOf(bytes(size.done), bytes(size.total)));
  return parts.join(' · ');
}
