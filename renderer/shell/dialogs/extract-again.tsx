import type { ExtractAgainResult, ExtractionLine } from '../../../main/contract/extraction.ts';
import { placements } from '../../../main/contract/placements.ts';
import type { Selection } from '../../../main/contract/selection.ts';
import { shownTitle } from '../../shared/lib/short-words.ts';
import { Dialog } from '../../shared/parts/dialog.tsx';
import { JobProgress } from '../../shared/parts/job-progress.tsx';
import { extractAgain } from '../../shared/state/extracting.ts';
import { jobStates } from '../../shared/state/jobs.ts';
import { closeOverlay } from '../../shared/state/overlays.ts';
import { navigate } from '../../shared/state/route.ts';
import { common } from '../../shared/texts/common.ts';
import { extractionTexts as texts } from '../../shared/texts/extraction.ts';

/** Asks, runs, and tells what came of it. Closing the box does not stop a run. */
export function ExtractAgain({ selection, what }: { readonly selection: Selection; readonly what: string }) {
  const state = jobStates['articles.extractAgain'].value;
  return (
    <Dialog title={texts.title} onClose={closeOverlay} size="wide">
      {state.status === 'running' ? (
        <JobProgress
          label={state.waiting ? texts.waiting : texts.working}
          about={state.label}
          progress={state.progress}
          cancel={state.cancel}
          note={texts.cancelNote}
        />
      ) : state.status === 'done' ? (
        <ExtractionResult result={state.result} />
      ) : (
        <>
          {state.status === 'failed' && (
            <div class="failed" role="alert">
              <b>{texts.failedTitle}.</b> {state.error.message}
            </div>
          )}
          <p>{texts.lead}</p>
          <p class="muted">{texts.what(what)}</p>
          <footer>
            <button type="button" class="button" onClick={closeOverlay}>
              {common.cancel}
            </button>
            <button type="button" class="button primary" autofocus onClick={() => void extractAgain(selection, what)}>
              {texts.action}
            </button>
          </footer>
        </>
      )}
    </Dialog>
  );
}

function ExtractionResult({ result }: { readonly result: ExtractAgainResult }) {
  const marks = placements.some((placement) => result.placed[placement] > 0);
  return (
    <>
      <div role="status">
        <p>
          <b>{texts.counts(result) || texts.nothing}</b>
        </p>
        {result.cancelled && <p>{texts.cancelled}</p>}
        {marks && <p class="muted">{texts.placed(result.placed)}</p>}
      </div>
      <Lines title={texts.marksChanged} lines={result.marksChanged} note={marksOf} />
      <Lines
        title={texts.failed}
        lines={result.failed}
        note={({ reason }) => reason ?? ''}
        total={result.counts.failed}
      />
      <footer>
        <button type="button" class="button primary" autofocus onClick={closeOverlay}>
          {common.close}
        </button>
      </footer>
    </>
  );
}

function marksOf({ placed }: ExtractionLine): string {
  return placed === null ? '' : texts.marks({ ...placed, exact: 0, moved: 0 });
}

function Lines(props: {
  readonly title: string;
  readonly lines: readonly ExtractionLine[];
  readonly note: (line: ExtractionLine) => string;
  /** How many there are, where the list may be shorter. */
  readonly total?: number;
}) {
  const { title, lines, note, total = lines.length } = props;
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      {total > lines.length && <p class="muted">{texts.only(lines.length)}</p>}
      <ul class="plain-list">
        {lines.map((line) => (
          <li key={line.article}>
            <button
              type="button"
              class="link-button"
              onClick={() => {
                closeOverlay();
                navigate({ room: 'reader', article: line.article });
              }}
            >
              {shownTitle(line.title)}
            </button>
            <span class="muted">{note(line)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
