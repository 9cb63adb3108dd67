import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './installation.ts';
import { type Machine, objectionToWindow } from './machine.ts';

/** A window that lived less than this and failed was never open: its runtime does not work here. */
const shortestLife = 15_000;
/** The runtime is about 110 MB; a slow line gets this long. */
const longestDownload = 10 * 60_000;

/** Either the window was opened and is closed again, or the reason why it could not be, as the beginning of a sentence. */
export type WindowOutcome = { readonly opened: true } | { readonly opened: false; readonly reason: string };

/**
 * Opens the desktop window and waits until it is closed. Electron's runtime is fetched once, by
 * Electron's own installer, the first time it is needed; `say` hears when that begins.
 */
export async function openWindow(
  machine: Machine,
  library: string,
  say: (words: string) => void,
): Promise<WindowOutcome> {
  const objection = objectionToWindow(machine);
  if (objection !== null) return { opened: false, reason: objection };
  const folder = electronFolder();
  if (folder === null) return { opened: false, reason: 'Electron is not installed here' };
  if (runtimeIn(folder) === null) {
    say('Fetching Electron’s runtime; this is done once.');
    await install(folder);
  }
  const runtime = runtimeIn(folder);
  if (runtime === null) return { opened: false, reason: 'Electron’s runtime could not be downloaded' };
  return run(runtime, library);
}

function electronFolder(): string | null {
  try {
    return dirname(fileURLToPath(import.meta.resolve('electron/package.json')));
  } catch {
    return null;
  }
}

/** Electron's executable, where its runtime has been fetched. */
export function runtimeIn(folder: string): string | null {
  try {
    const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

function install(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: longestDownload });
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  });
}

function run(runtime: string, library: string): Promise<WindowOutcome> {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(runtime, [root, library], { stdio: 'inherit' });
    child.on('error', (error) =>
      resolve({ opened: false, reason: `Electron could not be started (${error.message})` }),
    );
    child.on('exit', (code, signal) => {
      const failed = (code !== null && code !== 0) || (signal !== null && signal !== 'SIGINT' && signal !== 'SIGTERM');
      if (failed && performance.now() - began < shortestLife)
        resolve({ opened: false, reason: `Electron does not run here (it ended with ${code ?? signal})` });
      else resolve({ opened: true });
    });
  });
}
