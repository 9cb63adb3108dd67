import { useEffect } from 'preact/hooks';
import { connection, shell } from './api/api.ts';
import { roomTitle, showRoom } from './rooms/registry.tsx';
import { useCommands } from './shared/state/commands.ts';
import { isTyping, useKeys } from './shared/state/keys.ts';
import { library } from './shared/state/library.ts';
import { route } from './shared/state/route.ts';
import { takeIn } from './shared/state/taking-in.ts';
import { commandsEverywhere, runCommand } from './shell/commands.ts';
import { DropArea } from './shell/drop-area.tsx';
import { NoLibrary } from './shell/no-library.tsx';
import { Notices } from './shell/notices.tsx';
import { Overlays } from './shell/overlays.tsx';
import { Rail } from './shell/rail.tsx';
import { commandTexts } from './shell/texts/commands.ts';
import { frame } from './shell/texts/frame.ts';

/** The whole window: rail, room, and what lies over them. */
export function App() {
  useCommands(commandsEverywhere());
  useGlobalKeys();
  useEffect(() => shell.onCommand(runCommand), []);
  useEffect(() => shell.onFilesOpened((grants) => void takeIn(grants)), []);
  const open = library.value !== null;
  useEffect(() => {
    document.title = open ? `${roomTitle(route.value.room)} · Verbatim` : 'Verbatim';
  }, [open, route.value.room]);
  return (
    <>
      {open ? (
        <div class="app">
          <button type="button" class="skip" onClick={skip}>
            {frame.skip}
          </button>
          <Rail />
          <main id="room" tabIndex={-1} data-room={route.value.room}>
            {showRoom(route.value)}
          </main>
        </div>
      ) : (
        <NoLibrary />
      )}
      {open && connection.value === 'lost' && (
        <div class="lost-bar" role="alert">
          <b>{frame.lostTitle}.</b> {frame.lostText}
        </div>
      )}
      <DropArea />
      <Overlays />
      <Notices />
    </>
  );
}

function skip(): void {
  document.getElementById('room')?.focus();
}

/** While one writes, undo and redo belong to the text field. */
function notTyping(): boolean {
  return !isTyping(document.activeElement);
}

/** Keys of every room. They come first, so that a room's own win. */
function useGlobalKeys(): void {
  const keys = commandTexts.labels;
  useKeys(
    {
      'Mod+k': { label: keys.palette, run: () => runCommand('palette') },
      '/': { label: keys.search, run: () => runCommand('search') },
      '?': { label: keys.keys, run: () => runCommand('keys') },
      Escape: { label: keys.back, run: () => runCommand('back') },
      'Mod+z': { label: keys.undo, run: () => runCommand('undo'), when: notTyping },
      'Mod+Shift+z': { label: keys.redo, run: () => runCommand('redo'), when: notTyping },
      'Mod+y': { label: keys.redo, run: () => runCommand('redo'), unlisted: true, when: notTyping },
      '+': { label: keys['text-larger'], run: () => runCommand('text-larger') },
      '=': { label: keys['text-larger'], run: () => runCommand('text-larger'), unlisted: true },
      '-': { label: keys['text-smaller'], run: () => runCommand('text-smaller') },
      '0': { label: keys['text-reset'], run: () => runCommand('text-reset'), unlisted: true },
    },
    { title: commandTexts.everywhere },
  );
}
