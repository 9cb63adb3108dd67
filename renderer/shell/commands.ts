import { api, shell } from '../api/api.ts';
import { roomCommands } from '../rooms/registry.tsx';
import { type Command, type Commands, commandNow } from '../shared/state/commands.ts';
import { askToExtractThis } from '../shared/state/extracting.ts';
import { askToFindInThis } from '../shared/state/finding-again.ts';
import { readOnly } from '../shared/state/library.ts';
import { notify, notifyError } from '../shared/state/notices.ts';
import { overlay } from '../shared/state/overlays.ts';
import { back, navigate, route } from '../shared/state/route.ts';
import { askForSearch, query } from '../shared/state/search.ts';
import { changeSettings, settings } from '../shared/state/settings.ts';
import { addFiles, addFolder, addSample } from '../shared/state/taking-in.ts';
import { redo, undo } from '../shared/state/undo.ts';
import { commandTexts } from './texts/commands.ts';

/** Reading sizes, in CSS pixels; the middle one is the default. */
const textSizes = { least: 14, usual: 19, most: 30 } as const;

/** What can be done wherever one is. Rooms offer their own besides, while they are shown. */
export function commandsEverywhere(): Commands {
  return {
    ...(shell.kind === 'desktop' ? { 'open-library': openLibrary } : {}),
    'add-files': addFiles,
    'add-folder': addFolder,
    'add-sample': addSample,
    export: exportThis,
    print: () => shell.print(),
    undo,
    redo,
    search: () => {
      if (route.value.room !== 'library') navigate({ room: 'library' });
      askForSearch();
    },
    palette: open('palette'),
    keys: open('keys'),
    back,
    ...roomCommands(),
    'show-duplicates': () => navigate({ room: 'compare', list: 'duplicates' }),
    'theme-system': () => changeSettings({ theme: 'system' }),
    'theme-paper': () => changeSettings({ theme: 'paper' }),
    'theme-sepia': () => changeSettings({ theme: 'sepia' }),
    'theme-night': () => changeSettings({ theme: 'night' }),
    'text-larger': () => resize(1),
    'text-smaller': () => resize(-1),
    'text-reset': () => changeSettings({ textSize: textSizes.usual }),
    'manage-codes': open('codes'),
    appearance: open('appearance'),
    'citation-form': open('citation'),
    ...(readOnly.value ? {} : { 'extract-again': askToExtractThis, 'find-statements': askToFindInThis }),
  };
}

/** Does what a command says. The native menu has all of them everywhere: one that means nothing here is answered so. */
export function runCommand(name: Command): void {
  const run = commandNow(name);
  if (run === null) notify(commandTexts.notHere(commandTexts.labels[name]));
  else void attempt(run);
}

async function attempt(run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (thrown) {
    notifyError(thrown);
  }
}

function open(kind: 'palette' | 'keys' | 'codes' | 'appearance' | 'citation'): () => void {
  return () => {
    overlay.value = { kind };
  };
}

function resize(steps: number): Promise<void> {
  const size = settings.value.textSize + steps;
  return changeSettings({ textSize: Math.max(textSizes.least, Math.min(textSizes.most, size)) });
}

async function openLibrary(): Promise<void> {
  const grant = await shell.pickLibrary();
  if (grant !== null) await api.call('library.open', { grant, mode: 'write' });
}

/** Export of what is in view: the article in the reader, the search in the library, else everything. */
function exportThis(): void {
  const place = route.value;
  if (place.room === 'reader') navigate({ room: 'export', selection: { of: 'articles', articles: [place.article] } });
  else if (place.room === 'library' && query.value.trim() !== '')
    navigate({ room: 'export', selection: { of: 'search', query: query.value } });
  else navigate({ room: 'export' });
}
