import { type CommandName, commandNames } from '../../main/contract/shell.ts';
import { api, shell } from '../api/api.ts';
import { askToExtractThis } from '../shared/state/extracting.ts';
import { readOnly } from '../shared/state/library.ts';
import { notifyError } from '../shared/state/notices.ts';
import { overlay } from '../shared/state/overlays.ts';
import { back, navigate, type Room, route } from '../shared/state/route.ts';
import { askForSearch, query } from '../shared/state/search.ts';
import { changeSettings, settings } from '../shared/state/settings.ts';
import { addFiles, addFolder, addSample } from '../shared/state/taking-in.ts';
import { redo, undo } from '../shared/state/undo.ts';

/** Reading sizes, in CSS pixels; the middle one is the default. */
const textSizes = { least: 14, usual: 19, most: 30 } as const;

type Runner = () => unknown;

/** Commands of the interface alone: the palette has them, the native menu doesn't. */
export const ownCommands = [
  'manage-codes',
  'show-awaited',
  'appearance',
  'extract-again',
  'compare-revisions',
  'compare-chosen',
  'show-duplicates',
] as const;
export type AnyCommand = CommandName | (typeof ownCommands)[number];

export function isCommand(value: string): value is AnyCommand {
  return Object.hasOwn(runners, value);
}

/** What each command does here. The reader's own are pressed as their keys, where the reader listens. */
const runners: Readonly<Record<AnyCommand, Runner>> = {
  'manage-codes': () => {
    overlay.value = { kind: 'codes' };
  },
  'show-awaited': () => navigate({ room: 'awaited' }),
  appearance: () => {
    overlay.value = { kind: 'appearance' };
  },
  'extract-again': askToExtractThis,
  'compare-revisions': () => press('v'),
  'compare-chosen': () => press('v'),
  'show-duplicates': () => navigate({ room: 'compare', list: 'duplicates' }),
  'open-library': openLibrary,
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
  'find-in-article': () => press('f', { ctrlKey: true }),
  palette: () => {
    overlay.value = { kind: 'palette' };
  },
  keys: () => {
    overlay.value = { kind: 'keys' };
  },
  back,
  'show-library': () => navigate({ room: 'library' }),
  'show-statements': () => navigate({ room: 'statements' }),
  'show-compare': () => navigate({ room: 'compare' }),
  'show-import': () => navigate({ room: 'import' }),
  'show-export': () => navigate({ room: 'export' }),
  'show-health': () => navigate({ room: 'health' }),
  'theme-system': () => changeSettings({ theme: 'system' }),
  'theme-paper': () => changeSettings({ theme: 'paper' }),
  'theme-sepia': () => changeSettings({ theme: 'sepia' }),
  'theme-night': () => changeSettings({ theme: 'night' }),
  'text-larger': () => resize(1),
  'text-smaller': () => resize(-1),
  'text-reset': () => changeSettings({ textSize: textSizes.usual }),
  focus: () => press('f'),
  highlight: () => press('h'),
  note: () => press('n'),
  code: () => press('c'),
  statement: () => press('s'),
  cite: () => press('y'),
  'next-annotation': () => press(']'),
  'previous-annotation': () => press('['),
};

/** Commands that mean something in the present place; the palette offers these. */
export function availableCommands(room: Room): AnyCommand[] {
  const inReader: readonly AnyCommand[] = [
    'find-in-article',
    'focus',
    'highlight',
    'note',
    'code',
    'statement',
    'cite',
    'next-annotation',
    'previous-annotation',
    'compare-revisions',
  ];
  return [...commandNames, ...ownCommands].filter(
    (name) =>
      name !== 'palette' &&
      (room === 'reader' || !inReader.includes(name)) &&
      (name !== 'extract-again' || !readOnly.value) &&
      (name !== 'compare-chosen' || room === 'library') &&
      (name !== 'open-library' || shell.kind === 'desktop'),
  );
}

export function runCommand(name: AnyCommand): void {
  Promise.resolve(runners[name]()).catch(notifyError);
}

export function resize(steps: number): Promise<void> {
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

/** Presses a key for the native menu, so that menu and keyboard are one way. */
function press(key: string, modifiers: KeyboardEventInit = {}): void {
  document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));
}
