import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type * as Core from '../../main/core/create-core.ts';

/** Builds the program where it changed: what is measured in a process of its own is what people have, without a compiler in every thread. */
export async function buildProgram(): Promise<void> {
  const root = join(import.meta.dirname, '../..');
  await promisify(execFile)(process.execPath, [join(root, 'main/build/index.ts'), '--if-stale'], { cwd: root });
}

/** The built program's core: its threads are measured without a compiler in each. */
export async function builtCore(): Promise<typeof Core> {
  await buildProgram();
  const { href } = pathToFileURL(join(import.meta.dirname, '../../dist/main/core/create-core.js'));
  return (await import(href)) as typeof Core;
}
