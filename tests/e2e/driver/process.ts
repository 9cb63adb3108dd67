import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** Ends a program and waits until it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

export interface TerminalResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The standard output's lines, each parsed as JSON. */
  objects(): readonly Record<string, unknown>[];
}

/** Runs one command of the terminal, as a person's shell would, from the build. */
export async function terminal(...options: readonly string[]): Promise<TerminalResult> {
  const child = spawn(process.execPath, [join(projectRoot, 'dist', 'main', 'cli', 'index.js'), ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return {
    code,
    stdout,
    stderr,
    objects: () =>
      stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

async function text(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
