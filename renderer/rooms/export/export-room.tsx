import { useState } from 'preact/hooks';
import type { ExportFormat } from '../../../main/contract/exports.ts';
import type { Selection } from '../../../main/contract/selection.ts';
import { shell } from '../../api/api.ts';
import { startDownload } from '../../shared/lib/start-download.ts';
import { JobProgress } from '../../shared/parts/job-progress.tsx';
import { RoomHead } from '../../shared/parts/room-head.tsx';
import { clearJob, type JobState, jobStates, startJob } from '../../shared/state/jobs.ts';
import { notifyError } from '../../shared/state/notices.ts';
import { ExportPreviewPart } from './export-preview.tsx';
import { ExportResultView } from './export-result.tsx';
import { FormatChoice } from './format-choice.tsx';
import { SelectionChoice } from './selection-choice.tsx';
import { isComplete } from './selections.ts';
import { exportTexts as texts } from './texts.ts';

/** Hand over: what, as what, with what; then progress, then the result with its validation. */
export function ExportRoom({ selection }: { readonly selection: Selection }) {
  const state = jobStates['export.run'].value;
  return (
    <div class="room">
      <RoomHead title={texts.title} lead={texts.lead} />
      <div class="room-body scrolled">
        {state.status === 'running' ? (
          <JobProgress
            label={phaseWords(state)}
            about={state.label}
            progress={state.progress}
            cancel={state.cancel}
            note={texts.cancelNote}
          />
        ) : state.status === 'done' ? (
          <ExportResultView result={state.result} again={() => clearJob('export.run')} />
        ) : (
          <>
            {state.status === 'cancelled' && <p class="cancelled">{texts.cancelled}</p>}
            {state.status === 'failed' && (
              <div class="failed" role="alert">
                <b>{texts.failed}.</b> {state.error.message}
              </div>
            )}
            <ExportForm key={JSON.stringify(selection)} selection={selection} />
          </>
        )}
      </div>
    </div>
  );
}

function phaseWords({ waiting, progress }: Extract<JobState<'export.run'>, { status: 'running' }>): string {
  if (waiting) return texts.waiting;
  return progress?.phase === 'validating' ? texts.validating : texts.running;
}

function ExportForm(props: { readonly selection: Selection }) {
  const [selection, setSelection] = useState<Selection | null>(props.selection);
  const [format, setFormat] = useState<ExportFormat>('bagit-zip');
  const [notes, setNotes] = useState(true);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (selection !== null && isComplete(selection)) runExport(format, selection, notes).catch(notifyError);
  };
  return (
    <form class="export-form" onSubmit={submit}>
      <SelectionChoice selection={selection} given={props.selection} change={setSelection} />
      <FormatChoice format={format} change={setFormat} />
      <fieldset class="along">
        <legend>{texts.along}</legend>
        <label class="check">
          <input type="checkbox" checked={notes} onChange={(event) => setNotes(event.currentTarget.checked)} />
          <span>
            <b>{texts.notes}</b>
            <span class="muted">{texts.notesText}</span>
          </span>
        </label>
        {selection !== null && isComplete(selection) && <ExportPreviewPart choice={{ format, selection, notes }} />}
      </fieldset>
      <button type="submit" class="button primary large" disabled={selection === null || !isComplete(selection)}>
        {shell.kind === 'desktop' ? texts.startDesktop : texts.start}
      </button>
    </form>
  );
}

/** On the desktop a place is asked for first; a browser gets the package as a download. */
async function runExport(format: ExportFormat, selection: Selection, notes: boolean): Promise<void> {
  const folder = format !== 'bagit-zip';
  const target = await shell.pickTarget(
    folder ? texts.suggestedName : `${texts.suggestedName}.zip`,
    folder ? 'folder' : 'file',
  );
  if (target === 'cancelled') return;
  const result = await startJob('export.run', { format, selection, notes, target });
  if (result?.download) startDownload(result.download);
}
