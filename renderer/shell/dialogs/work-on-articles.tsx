import type { ComponentChildren } from 'preact';
import type { ArticleId } from '../../../main/contract/ids.ts';
import type { JobOutput } from '../../../main/contract/jobs.ts';
import { figure } from '../../shared/lib/figures.ts';
import { shownTitle } from '../../shared/lib/short-words.ts';
import { Dialog } from '../../shared/parts/dialog.tsx';
import { JobProgress } from '../../shared/parts/job-progress.tsx';
import { jobStates } from '../../shared/state/jobs.ts';
import type { WorkOnArticles } from '../../shared/state/long-work.ts';
import { closeOverlay } from '../../shared/state/overlays.ts';
import { navigate } from '../../shared/state/route.ts';
import { common } from '../../shared/texts/common.ts';

/** What a kind of such work is called, and what is said of it. */
export interface WorkTexts {
  readonly title: string;
  readonly action: string;
  readonly lead: string;
  readonly what: (what: string) => string;
  readonly working: string;
  readonly waiting: string;
  readonly cancelNote: string;
  readonly failedTitle: string;
}

/** Asks, runs, and tells what came of it. Closing the box does not stop a run. */
export function WorkBox<Name extends WorkOnArticles>(props: {
  readonly name: Name;
  readonly texts: WorkTexts;
  readonly what: string;
  readonly run: () => Promise<void>;
  readonly result: (result: JobOutput<Name>) => ComponentChildren;
}) {
  const { name, texts, what, run, result } = props;
  const state = jobStates[name].value;
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
        <>
          {result(state.result)}
          <footer>
            <button type="button" class="button primary" autofocus onClick={closeOverlay}>
              {common.close}
            </button>
          </footer>
        </>
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
            <button type="button" class="button primary" autofocus onClick={() => void run()}>
              {texts.action}
            </button>
          </footer>
        </>
      )}
    </Dialog>
  );
}

/** Articles by name that a person will want to look at, each with what is said of it. */
export function ArticleLines<Line extends { readonly article: ArticleId; readonly title: string }>(props: {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly note: (line: Line) => string;
  /** How many there are, where the list may be shorter. */
  readonly total?: number;
}) {
  const { title, lines, note, total = lines.length } = props;
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      {total > lines.length && <p class="muted">{common.onlyFirst(figure(lines.length))}</p>}
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
