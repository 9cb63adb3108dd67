import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const root = resolve(import.meta.dirname, '../..');
const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

/** "nobody" on Linux and macOS. Nothing is denied to root, so what must be denied is asked for by this user. */
const nobody = 65534;
const isRoot = process.getuid?.() === 0;
/** Who asks: another user where the tests run as root, else the one who runs the tests. */
const asker = isRoot ? { uid: nobody, gid: nobody } : {};

/** Why nobody can be asked here; null where somebody can. */
export function whyNoOtherUser(): string | null {
  if (process.platform === 'win32') return 'Windows has no such users and rights';
  if (!isRoot) return null;
  const read = `require('node:fs').accessSync(${JSON.stringify(join(root, 'main', 'core', 'create-core.ts'))})`;
  const tried = spawnSync(process.execPath, ['--eval', read], { ...asker, encoding: 'utf8' });
  return tried.status === 0
    ? null
    : `another user can't read the program where it stands: ${tried.error?.message ?? tried.stderr.trim()}`;
}

/** Makes a file, or a folder with all in it, the asker's own. */
export function give(path: string): void {
  if (!isRoot) return;
  chownSync(path, nobody, nobody);
  try {
    for (const name of readdirSync(path)) give(join(path, name));
  } catch {
    // It is a file.
  }
}

/** Takes every right on a file or folder away from the asker. */
export function deny(path: string): void {
  if (isRoot) chownSync(path, 0, 0);
  chmodSync(path, isRoot ? 0o700 : 0o000);
}

/**
 * Runs a script as the asker and answers what it printed, a JSON value. Its imports of './main/…' are Verbatim's; the
 * file is written into `folder`.
 */
export async function askFor(folder: string, script: string): Promise<unknown> {
  const file = join(folder, 'asked.mjs');
  writeFileSync(file, script.replaceAll("'./main/", `'${root}/main/`), { mode: 0o644 });
  give(file);
  const child = spawn(process.execPath, [...flags, file], {
    ...asker,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HOME: tmpdir() },
  });
  const [printed] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return JSON.parse(printed);
}
