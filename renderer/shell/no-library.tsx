import type { ComponentChildren } from 'preact';
import type { LibraryState, OpeningProgress } from '../../main/contract/library.ts';
import { api, connection, shell } from '../api/api.ts';
import { libraryState } from '../shared/state/library.ts';
import { notifyError } from '../shared/state/notices.ts';
import { common } from '../shared/texts/common.ts';
import { runCommand } from './commands.ts';
import { LostLibrary } from './lost-library.tsx';
import { frame } from './texts/frame.ts';

/** The whole window while no library is open: connecting, opening, none, busy elsewhere, stopped, failed, connection lost. */
export function NoLibrary() {
  const state = libraryState.value;
  if (connection.value === 'lost') return <Plate title={frame.lostTitle} text={frame.lostText} live />;
  if (state === null || state.status === 'open') return <Connecting />;
  switch (state.status) {
    case 'opening':
      return state.progress === null ? <Connecting /> : <BroughtUpToDate path={state.path} progress={state.progress} />;
    case 'none':
      return (
        <Plate title={frame.noneTitle} text={frame.noneText}>
          {shell.kind === 'desktop' ? <OpenLibrary label={frame.openLibrary} primary /> : <p>{frame.noneBrowser}</p>}
        </Plate>
      );
    case 'busy':
      return (
        <Plate title={frame.busyTitle} text={frame.busyText(state.name, state.heldBy)} detail={state.path}>
          <button type="button" class="button primary" onClick={openReadOnly}>
            {frame.openReadOnly}
          </button>
          {shell.kind === 'desktop' && <OpenLibrary label={frame.otherLibrary} />}
        </Plate>
      );
    case 'stopped':
      return (
        <Plate title={frame.stoppedTitle} text={state.message} detail={state.path} live>
          <OpenAgain label={frame.openAgain} primary />
        </Plate>
      );
    case 'failed':
      return (
        <Plate title={frame.failedTitle} text={failedWords(state)} detail={state.path}>
          {state.code === 'library-damaged' ? <LostLibrary key={state.path} /> : null}
          {shell.kind === 'desktop' && (
            <OpenLibrary label={frame.otherLibrary} primary={state.code !== 'library-damaged'} />
          )}
          <OpenAgain label={common.tryAgain} />
        </Plate>
      );
  }
}

/** What damage is told with says already what became of it. */
function failedWords({ code, message }: Extract<LibraryState, { status: 'failed' }>): string {
  return code === 'library-damaged' ? message : `${message} ${frame.failedKept}`;
}

function Connecting() {
  return (
    <main class="plate late" aria-busy="true">
      <p>{frame.connecting}</p>
    </main>
  );
}

/** An older library is brought up to date: how far that is, and that nothing can be lost by it. */
function BroughtUpToDate({ path, progress }: { readonly path: string; readonly progress: OpeningProgress }) {
  return (
    <Plate title={frame.updatingTitle} text={frame.updatingText} detail={path}>
      <div class="opening">
        <progress aria-label={frame.updatingTitle} value={progress.done} max={progress.total} />
        <p role="status">{frame.updatingPhases[progress.phase]}</p>
        <p class="muted">{progress.current}</p>
      </div>
    </Plate>
  );
}

function openReadOnly(): void {
  api.call('library.openReadOnly', {}).then((state) => {
    libraryState.value = state;
  }, notifyError);
}

/** The state that comes of it is told to everybody who is connected. */
function OpenAgain({ label, primary = false }: { readonly label: string; readonly primary?: boolean }) {
  return (
    <button
      type="button"
      class={primary ? 'button primary' : 'button'}
      onClick={() => void api.call('library.openAgain', {}).catch(notifyError)}
    >
      {label}
    </button>
  );
}

function OpenLibrary({ label, primary = false }: { readonly label: string; readonly primary?: boolean }) {
  return (
    <button type="button" class={primary ? 'button primary' : 'button'} onClick={() => runCommand('open-library')}>
      {label}
    </button>
  );
}

function Plate(props: {
  readonly title: string;
  readonly text: string;
  readonly detail?: string;
  readonly live?: boolean;
  readonly children?: ComponentChildren;
}) {
  return (
    <main class="plate" aria-live={props.live ? 'assertive' : 'off'}>
      <p class="wordmark">
        <i /> Verbatim
      </p>
      <h1>{props.title}</h1>
      <p>{props.text}</p>
      {props.detail !== undefined && <p class="mono muted">{props.detail}</p>}
      <div class="actions">{props.children}</div>
    </main>
  );
}
