import { computed, effect, signal } from '@preact/signals';
import type { GrantId, ImportId } from '../../../main/contract/ids.ts';
import type { ImportLine, ImportOutcome, ImportSummary } from '../../../main/contract/imports.ts';
import { api, shell } from '../../api/api.ts';
import { startDownload } from '../lib/start-download.ts';
import { takingInTexts } from '../texts/taking-in.ts';
import { liveValue, touchedBy } from './changes.ts';
import { jobStates, jobsUnderWay, startJob } from './jobs.ts';
import { readOnly } from './library.ts';
import { notify, notifyError } from './notices.ts';
import { navigate } from './route.ts';

/** The latest lines of the running import, newest first. */
export const freshLines = signal<readonly ImportLine[]>([]);
/** True while files go to the core, before the import itself starts. */
export const handingOver = signal(false);
/** The import whose report is shown; null for the latest. */
export const shownImport = signal<ImportSummary | null>(null);
export const { value: imports } = liveValue<readonly ImportSummary[] | null>(touchedBy('imports'), {
  before: null,
  read: (stop) => api.call('imports.list', {}, { signal: stop }),
});
/** The import that is at work, whichever page began it, or null. */
export const runningImport = computed<ImportId | null>(() => {
  const job = jobStates['import.resume'].value;
  return job.status === 'running' && !job.waiting ? job.import : null;
});
/** All that are at work; the sample collection is an import too. */
const atWork = computed(
  () => new Set(jobsUnderWay.value.flatMap((job) => (job.state === 'running' ? (job.import ?? []) : []))),
);
/** Those that come to their turn after it. */
const waitingImports = computed(
  () => new Set(jobsUnderWay.value.flatMap((job) => (job.state === 'waiting' ? (job.import ?? []) : []))),
);

const shownLines = 200;
api.on('import.lines', ({ id, lines }) => {
  if (id === runningImport.value) showLines(lines);
});

function showLines(lines: readonly ImportLine[]): void {
  freshLines.value = [...lines.toReversed(), ...freshLines.value].slice(0, shownLines);
}

/** An import that comes to its turn, or that a page finds running, shows its latest lines; one that ends its report. */
export function followImports(): void {
  effect(() => {
    const id = runningImport.value;
    freshLines.value = [];
    if (id !== null) readLatestLines(id).catch(notifyError);
  });
  let wasRunning = false;
  effect(() => {
    const job = jobStates['import.resume'].value;
    if (wasRunning && job.status === 'done') shownImport.value = job.result;
    wasRunning = job.status === 'running';
  });
}

async function readLatestLines(id: ImportId): Promise<void> {
  const { total } = await api.call('imports.lines', { id, offset: 0, limit: 1 });
  if (total === 0) return;
  const offset = Math.max(0, total - shownLines);
  const { rows } = await api.call('imports.lines', { id, offset, limit: shownLines });
  if (id !== runningImport.value) return;
  const told = new Set(freshLines.value.map(({ number }) => number));
  freshLines.value = [...freshLines.value, ...rows.filter(({ number }) => !told.has(number)).toReversed()].slice(
    0,
    shownLines,
  );
}

/**
 * Imports that are not over and don't run: they wait for their turn, or can be resumed or given up. One that is
 * called running and is at work nowhere is just being begun or has just ended, which the next reading tells.
 */
export function unfinishedImports(): readonly ImportSummary[] {
  const waiting = waitingImports.value;
  return (imports.value ?? [])
    .filter(({ ended }) => ended === null)
    .filter(({ id, state }) => waiting.has(id) || (state !== 'running' && !atWork.value.has(id)))
    .map((summary) => (waiting.has(summary.id) ? { ...summary, state: 'waiting' } : summary));
}

/** Takes in what the grants stand for, after what is being taken in already, and shows the Import room. */
export async function takeIn(grants: readonly GrantId[]): Promise<void> {
  if (grants.length === 0) return;
  navigate({ room: 'import' });
  await resume(await api.call('imports.begin', { grants: [...grants] }));
}

/** Lets an import run, or go on where it was, when those before it have ended. */
export async function resume(id: ImportId): Promise<void> {
  await startJob('import.resume', { id });
}

/** Ends what the running import has begun; it goes on when it is resumed. */
export async function pauseImport(): Promise<void> {
  const id = runningImport.value;
  if (id !== null) await api.call('imports.pause', { id });
}

/** Gives up an import that waits or was paused. What it had taken in stays. */
export async function giveUpImport(id: ImportId): Promise<void> {
  await api.call('imports.giveUp', { id });
  if (shownImport.value?.id === id) shownImport.value = null;
}

/** Takes the files of some lines of a report in once more. */
export async function tryAgain(id: ImportId, lines: readonly number[]): Promise<void> {
  const grants = await api.call('imports.files', { id, lines: [...lines] });
  if (grants.length === 0) notify(takingInTexts.noFile, { tone: 'bad' });
  await takeIn(grants);
}

/** Shows the file of a line where it lies; only the desktop can. */
export async function showFile(id: ImportId, line: number): Promise<void> {
  const [grant] = await api.call('imports.files', { id, lines: [line] });
  const refusal = grant === undefined ? takingInTexts.noFile : (await shell.reveal(grant))?.message;
  if (refusal !== undefined) notify(refusal, { tone: 'bad' });
}

/** Keeps a report, or what of it is shown, as a file of CSV. */
export async function saveReport(
  id: ImportId,
  shown: { readonly outcome: ImportOutcome | null; readonly words: string },
): Promise<void> {
  const target = await shell.pickTarget(takingInTexts.reportName, 'file');
  if (target === 'cancelled') return;
  const { outcome, words } = shown;
  const filter = { ...(outcome === null ? {} : { outcome }), ...(words === '' ? {} : { words }) };
  const file = await startJob('import.report', { id, target, ...filter });
  if (file === null) {
    const state = jobStates['import.report'].value;
    if (state.status === 'failed') notify(state.error.message, { tone: 'bad' });
    return;
  }
  if (file.download !== null) startDownload(file.download);
  notify(takingInTexts.reportSaved(file.lines));
}

/** Asks for grants (dialog, drop) and takes them in. */
export async function takeInFrom(ask: () => Promise<readonly GrantId[]>): Promise<void> {
  if (readOnly.value) {
    notify(takingInTexts.readOnly, { tone: 'bad' });
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
