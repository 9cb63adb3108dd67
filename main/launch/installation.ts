import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where this program stands on the disk, run from its sources or from its build. */
const fromSource = import.meta.url.endsWith('.ts');

/** The folder with `package.json`. */
export const root = fileURLToPath(new URL(fromSource ? '../..' : '../../..', import.meta.url));
/** The built interface. */
export const interfaceFolder = join(root, 'dist', 'renderer');
/** Whether the program runs from its sources, and may have to build the interface first. */
export const isSource = fromSource;

/** Program and version, as the event log names who acted. */
export function agent(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return `Verbatim ${version}`;
}

/** The library that is opened when none is named: `VERBATIM_LIBRARY`, else a folder in the person's home. */
export function defaultLibrary(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.VERBATIM_LIBRARY || join(homedir(), 'Verbatim');
}
