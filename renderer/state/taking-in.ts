import { effect, signal } from '@preact/signals';
import type { GrantId } from '../../main/contract/ids.ts';
import type { ImportLine, ImportSummary } from '../../main/contract/records.ts';
import { api, shell } from '../api/api.ts';
import { importTexts } from '../texts/import.ts';
import { jobStates, startJob } from './jobs.ts';
import { changes, openedLibrary, readOnly } from './library.ts';
import { notify, notifyError } from './notices.ts';
import { navigate } from './route.ts';

/** The latest lines of the running import, newest first. */
export const freshLines = signal<readonly ImportLine[]>([]);
/** True while files go to the core, before the import itself starts. */
export const handingOver = signal(false);
/** The import whose report is shown; null for the latest. */
export const shownImport = signal<ImportSummary | null>(null);
export const imports = signal<readonly ImportSummary[] | null>(null);

const shownLines = 200;
api.on('import.lines', ({ lines }) => {
  freshLines.value = [...lines.toReversed(), ...freshLines.value].slice(0, shownLines);
});

effect(() => {
  if (openedLibrary.value === null || changes.value < 0) return;
  api.call('imports.list', {}).then((list) => {
    imports.value = list;
  }, notifyError);
});

/** Takes in what the grants stand for and shows the Import room. */
export async function takeIn(grants: readonly GrantId[]): Promise<void> {
  if (grants.length === 0) return;
  if (jobStates['import.run'].value.status === 'running') {
    notify(importTexts.alreadyRunning, { tone: 'bad' });
    return;
  }
  navigate({ room: 'import' });
  freshLines.value = [];
  shownImport.value = await startJob('import.run', { grants: [...grants] });
}

/** Asks for grants (dialog, drop) and takes them in. */
export async function takeInFrom(ask: () => Promise<readonly GrantId[]>): Promise<void> {
  if (readOnly.value) {
    notify(importTexts.readOnly, { tone: 'bad' });
    return;
  }
  handingOver.value = true;
  try {
    const grants = await ask();
    handingOver.value = false;
    await takeIn(grants);
  } catch (thrown) {
    notifyError(thrown);
  } finally {
    handingOver.value = false;
  }
}

export const addFiles = () => takeInFrom(() => shell.pickFiles());
export const addFolder = () => takeInFrom(() => shell.pickFolder());

/** Fills the library with the sample collection; its articles show as they come. */
export async function addSample(): Promise<void> {
  await startJob('import.sample', {});
  if (jobStates['import.sample'].value.status === 'failed')
    notify(jobStates['import.sample'].value.error.message, { tone: 'bad' });
}
