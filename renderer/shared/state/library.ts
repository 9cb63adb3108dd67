import { computed, effect, signal, untracked } from '@preact/signals';
import type { Code } from '../../../main/contract/codes.ts';
import type { Collection } from '../../../main/contract/collections.ts';
import type { LibraryState } from '../../../main/contract/library.ts';
import type { Speaker } from '../../../main/contract/people.ts';
import { api } from '../../api/api.ts';
import { followChanges, liveValue, tellAllChanged, tellChanges, tellFailedReading, touchedBy } from './changes.ts';
import { createLiveReading } from './live-reading.ts';
import { readSettings } from './settings.ts';

/** The library's state; null until the core has said it once. */
export const libraryState = signal<LibraryState | null>(null);
/** The open library, or null. */
export const library = computed(() => (libraryState.value?.status === 'open' ? libraryState.value.library : null));
/** Which library is open, by its folder; unlike `library` it doesn't change with every count. */
export const openedLibrary = computed(() => library.value?.path ?? null);
export const readOnly = computed(() => library.value?.mode === 'read');

/** How often the core said by itself which library is open. */
let told = 0;
const stateReading = createLiveReading(async (stop) => {
  const before = told;
  try {
    const state = await api.call('library.state', {}, { signal: stop });
    // What was told meanwhile is newer than this answer, and may be about another library.
    if (!stop.aborted && before === told) libraryState.value = state;
  } catch (thrown) {
    if (!stop.aborted) tellFailedReading(thrown);
  }
});
const settingsReading = createLiveReading(async () => {
  if (library.value !== null) await readSettings().catch(tellFailedReading);
});

export const { value: collections } = liveValue<readonly Collection[]>(touchedBy('collections'), {
  before: [],
  read: (stop) => api.call('collections.list', {}, { signal: stop }),
});
export const { value: codes, touch: readCodes } = liveValue<readonly Code[]>(touchedBy('codes'), {
  before: [],
  read: (stop) => api.call('codes.list', {}, { signal: stop }),
});
/** Everybody whose words stand in the library, most quoted first. */
export const { value: speakers } = liveValue<readonly Speaker[]>(touchedBy('speakers'), {
  before: [],
  read: (stop) => api.call('speakers.list', {}, { signal: stop }),
});

/** Everything that is shown is read again: at the start, and after the connection came back. */
export const readLibrary = tellAllChanged;

/** Keeps the signals true to the core from now on. Called once. */
export function followLibrary(): void {
  // The whole window shows which library is open and looks as it was set.
  stateReading.show();
  settingsReading.show();
  // Of marks it counts nothing that is shown: a highlight leaves it alone.
  followChanges(touchedBy('articles', 'statements', 'bin'), () => void stateReading.touch());
  followChanges(touchedBy('settings'), () => void settingsReading.touch());
  api.on('library.changed', tellChanges);
  api.on('library.state', (state) => {
    told += 1;
    libraryState.value = state;
    if (state.status === 'open') tellAllChanged();
  });
  effect(() => {
    // The reading looks at signals of its own, which are none of this effect's.
    if (openedLibrary.value !== null) untracked(() => void settingsReading.touch());
  });
}
