import { computed, signal } from '@preact/signals';
import type { Code } from '../../main/contract/codes.ts';
import type { Collection } from '../../main/contract/collections.ts';
import { VerbatimError } from '../../main/contract/errors.ts';
import type { LibraryState } from '../../main/contract/library.ts';
import type { Speaker } from '../../main/contract/people.ts';
import { api } from '../api/api.ts';
import { tellAllChanged, tellChanges } from './changes.ts';
import { notifyError } from './notices.ts';
import { readSettings } from './settings.ts';

/** The library's state; null until the core has said it once. */
export const libraryState = signal<LibraryState | null>(null);
export const collections = signal<readonly Collection[]>([]);
export const codes = signal<readonly Code[]>([]);
export const speakers = signal<readonly Speaker[]>([]);
/** Goes up by one with every change of articles, statements or notes: whoever lists them reads again. */
export const changes = signal(0);

/** The open library, or null. */
export const library = computed(() => (libraryState.value?.status === 'open' ? libraryState.value.library : null));
/** Which library is open, by its folder; unlike `library` it doesn't change with every count. */
export const openedLibrary = computed(() => library.value?.path ?? null);
export const readOnly = computed(() => library.value?.mode === 'read');

async function readVocabulary(): Promise<void> {
  if (library.value === null) return;
  const [newCollections, newCodes, newSpeakers] = await Promise.all([
    api.call('collections.list', {}),
    api.call('codes.list', {}),
    api.call('speakers.list', {}),
  ]);
  collections.value = newCollections;
  codes.value = newCodes;
  speakers.value = newSpeakers;
}

/** Reads everything again; called at the start and after the connection came back. */
export async function readLibrary(): Promise<void> {
  libraryState.value = await api.call('library.state', {});
  await Promise.all([readSettings(), readVocabulary()]);
  changes.value += 1;
  tellAllChanged();
}

/** Reads again in the background; a lost connection says so itself, anything else is told. */
function readAgain(read: () => Promise<void>): void {
  read().catch((thrown: unknown) => {
    if (!(thrown instanceof VerbatimError && thrown.code === 'connection-lost')) notifyError(thrown);
  });
}

/**
 * A running import tells of many changes a second. The first is followed at once, the others together
 * after this many milliseconds.
 */
const pause = 250;
let waiting = false;
let missed = false;
function follow(): void {
  if (waiting) {
    missed = true;
    return;
  }
  waiting = true;
  missed = false;
  changes.value += 1;
  readAgain(async () => {
    libraryState.value = await api.call('library.state', {});
    await readVocabulary();
  });
  setTimeout(() => {
    waiting = false;
    if (missed) follow();
  }, pause);
}

/** Keeps the signals true to the core from now on. Called once. */
export function followLibrary(): void {
  api.on('library.changed', (told) => {
    tellChanges(told);
    follow();
  });
  api.on('library.state', (state) => {
    const opened = state.status === 'open' && library.value?.path !== state.library.path;
    libraryState.value = state;
    if (opened) readAgain(readLibrary);
  });
}
