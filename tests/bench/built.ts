import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Builds the program where it changed: what is measured in a process of its own is what people have, without a compiler in every thread. */
export async function buildProgram(): Promise<void> {
  const root = join(import.meta.dirname, '../..');
  await promisify(execFile)(process.execPath, [join(root, 'main/build/index.ts'), '--if-stale'], { cwd: root });
}
