import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { VerbatimError } from '../contract/index.ts';
import { createCore } from '../core/create-core.ts';
import { libraryFolder } from '../core/library/session.ts';
import { openReadingRoom } from '../server/reading-room.ts';
import { type EntranceFile, writeEntranceFile } from './entrance-file.ts';
import { agent, interfaceFolder, isSource, root } from './installation.ts';
import { keepLastWords } from './last-words.ts';
import { type BrowserCommand, browserCommand, thisMachine } from './machine.ts';

export interface RoomRun {
  readonly library: string;
  /** Whether an empty library is made where there is none. */
  readonly create: boolean;
  readonly port: number;
  /** Whether the machine's browser is opened, if it has one. */
  readonly openBrowser: boolean;
  /** Hears each address that lets a browser in. */
  readonly announce: (address: string) => void;
  readonly signal: AbortSignal;
}

/** Opens the reading room on a library and keeps it open until the signal aborts. */
export async function keepReadingRoom(run: RoomRun): Promise<void> {
  buildInterface();
  const core = createCore({ agent: agent() });
  const letGo = keepLastWords(core);
  try {
    const state = await core.openLibrary(run.library, { mode: 'write', create: run.create, orRead: true });
    // A damaged library is shown with what can be done for it.
    if (state.status === 'failed' && !run.create && state.code !== 'library-damaged')
      throw new VerbatimError(state.code, state.message);
    let entranceFile: EntranceFile | null = null;
    const room = await openReadingRoom({
      core,
      interfaceFolder,
      port: run.port,
      onDefect: (thrown, name) => console.error(`${name}:`, thrown),
      onEntered: () => void entranceFile?.remove(),
    });
    try {
      run.announce(room.newLink());
      const command = run.openBrowser ? browserCommand(thisMachine()) : null;
      if (command !== null) {
        entranceFile = await writeEntranceFile(libraryFolder(run.library), room.newLink());
        start(command, entranceFile.address);
      }
      await untilAborted(run.signal, () => run.announce(room.newLink()));
    } finally {
      await entranceFile?.remove();
      await room.close();
    }
  } finally {
    await core.close();
    letGo();
  }
}

/** Run from its sources, the program has no interface until it is built. */
function buildInterface(): void {
  if (isSource)
    spawnSync(process.execPath, [...process.execArgv, join(root, 'main', 'build', 'index.ts'), '--if-stale'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  if (!existsSync(join(interfaceFolder, 'index.html')))
    throw new VerbatimError('input-output', 'The interface is not built. “npm run build” says why, or builds it.');
}

function start([program, options]: BrowserCommand, address: string): void {
  const child = spawn(program, [...options, address], { stdio: 'ignore', detached: true });
  // Without a browser the printed address is enough.
  child.on('error', () => undefined);
  child.unref();
}

/** Waits for the signal; on a terminal, Enter asks for another address meanwhile. */
function untilAborted(signal: AbortSignal, onEnter: () => void): Promise<void> {
  const lines = process.stdin.isTTY ? createInterface({ input: process.stdin }) : null;
  lines?.on('line', onEnter);
  return new Promise((resolve) => {
    // A pending promise does not keep the program alive; the server's own socket does.
    const end = () => {
      lines?.close();
      resolve();
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
