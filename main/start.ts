import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { agent, defaultLibrary, root } from './launch/installation.ts';
import { interruptSignal } from './launch/interrupt.ts';
import { thisMachine } from './launch/machine.ts';
import { keepReadingRoom } from './launch/room.ts';
import { openWindow } from './launch/window.ts';

/**
 * `npm start`: builds what is stale, then opens the desktop window, or says in one sentence why it
 * can't and opens the reading room. `npm start -- --browser` wants the reading room in any case.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
    'no-open': { type: 'boolean', default: false },
  },
});
// npm runs scripts in the project's folder; a path counts from where the person stands.
const library = resolve(process.env.INIT_CWD ?? '.', positionals[0] ?? defaultLibrary());

async function start(): Promise<void> {
  const build = spawnSync(
    process.execPath,
    [...process.execArgv, join(root, 'main', 'build', 'index.ts'), '--if-stale'],
    {
      stdio: 'inherit',
    },
  );
  if (build.status !== 0) throw new Error('Verbatim could not be built; the lines above say why.');
  if (!values.browser) {
    const outcome = await openWindow(thisMachine(), library, (words) => console.log(words));
    if (outcome.opened) return;
    console.log(`${outcome.reason}, so ${agent()} opens its reading room for a browser instead of the desktop window.`);
  }
  let first = true;
  await keepReadingRoom({
    library,
    create: true,
    port: Number(values.port),
    openBrowser: !values['no-open'],
    signal: interruptSignal(),
    announce(address) {
      console.log(`\n  ${address}\n`);
      if (first)
        console.log(
          'This address lets one browser on this machine in, within ten minutes. Enter gives another, Ctrl+C closes the room.',
        );
      first = false;
    },
  });
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
