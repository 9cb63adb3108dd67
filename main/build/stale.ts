import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What the build is made from. */
const sources = [
  'main',
  'db',
  'renderer',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.build.json',
];

/** Written last by the build; its time is the build's. */
export const stamp = join('dist', 'built.json');

/** Whether there is no build, or something it is made from is newer. `root` is the project's folder. */
export async function isStale(root: string): Promise<boolean> {
  let built: number;
  try {
    built = (await stat(join(root, stamp))).mtimeMs;
  } catch {
    return true;
  }
  for (const source of sources) if (await hasNewer(join(root, source), built)) return true;
  return false;
}

/** A folder's own time counts too: it changes when something in it is removed or renamed. */
async function hasNewer(path: string, than: number): Promise<boolean> {
  const information = await stat(path);
  if (information.mtimeMs > than) return true;
  if (!information.isDirectory()) return false;
  for (const entry of await readdir(path)) if (await hasNewer(join(path, entry), than)) return true;
  return false;
}
