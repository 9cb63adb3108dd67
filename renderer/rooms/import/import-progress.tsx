import type { Progress } from '../../../main/contract/jobs.ts';
import { shell } from '../../api/api.ts';
import { JobProgress } from '../../shared/parts/job-progress.tsx';
import { jobStates } from '../../shared/state/jobs.ts';
import { notifyError } from '../../shared/state/notices.ts';
import { freshLines, handingOver, pauseImport } from '../../shared/state/taking-in.ts';
import { ImportLineRow } from './import-line.tsx';
import { importTexts as texts } from './texts.ts';

/** The running import, or why it stopped. */
export function ImportProgress() {
  const state = jobStates['import.resume'].value;
  if (handingOver.value)
    return <p class="handing-over late">{shell.kind === 'desktop' ? texts.handingOver : texts.handingOverPage}</p>;
  if (state.status === 'failed')
    return (
      <div class="failed" role="alert">
        <b>{texts.failed}.</b> {state.error.message} {texts.keptNote}
      </div>
    );
  if (state.status !== 'running') return null;
  return (
    <>
      <JobProgress
        label={state.waiting ? texts.states.waiting : phaseWords(state.progress)}
        about={state.label}
        progress={state.progress}
        cancel={state.cancel}
        pause={() => void pauseImport().catch(notifyError)}
        note={texts.cancelNote}
      />
      <ul class="fresh-lines" aria-label={texts.lines}>
        {freshLines.value.map((line) => (
          <li key={line.path} class="import-line">
            <ImportLineRow line={line} />
          </li>
        ))}
      </ul>
    </>
  );
}

function phaseWords(progress: Progress | null): string {
  if (progress === null || progress.phase === 'counting') return texts.counting;
  return progress.phase === 'finishing' ? texts.finishing : texts.working;
}
