import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../../main/cli/index.ts', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The standard output, a JSON object a line. */
  readonly objects: readonly Record<string, unknown>[];
}

/** Starts a command of the terminal from its sources. */
export function startTerminal(...options: readonly string[]): ChildProcess {
  return spawn(process.execPath, [entry, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Waits for a command's end and gives all it wrote. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    written.stdout += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    written.stderr += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...written, objects: parsedLines(written.stdout) };
}

export function runTerminal(...options: readonly string[]): Promise<Ended> {
  return ended(startTerminal(...options));
}

function parsedLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
