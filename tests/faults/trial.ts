import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectRoot } from '../e2e/driver/process.ts';
import type { Findings } from './library.ts';

/** How a fault ended. */
export interface TrialResult {
  /** What had been said to be done before. */
  readonly acknowledged: string;
  /** What was there afterwards. */
  readonly there: string;
  /** The program's own words. */
  readonly said: string;
  readonly findings: Findings;
}

/** One fault that a machine or a person brings about, and what must be so afterwards. */
export interface Trial {
  readonly name: string;
  /** Brings it about; a reason, where this machine can't. */
  run(folder: string): Promise<TrialResult | { readonly skipped: string }>;
}

/** How a command of the terminal ended. */
export interface Told {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** One command of the built program's terminal; `as` runs it as another user of the machine, `shell` behind a command of the shell. */
export async function terminal(
  args: readonly string[],
  { as, before }: { readonly as?: number; readonly before?: string } = {},
): Promise<Told> {
  const command = [process.execPath, join(projectRoot, 'dist', 'main', 'cli', 'index.js'), ...args];
  const [program, ...rest] = before === undefined ? command : ['sh', '-c', `${before}; exec "$@"`, 'sh', ...command];
  const child = spawn(String(program), rest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(as === undefined ? {} : { uid: as, gid: as }),
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code));
  });
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

/** What is wrong with how a failure was told: it must have failed, in a sentence for a person, which names `about`. */
export function toldPlainly({ code, out, err }: Told, about: string): Findings {
  const all = out + err;
  const end = all.slice(-500);
  return [
    ...(code === 1 || code === 2 ? [] : [`it ended with ${code}: ${end}`]),
    ...(/^\s+at .+:\d+:\d+\)?$/mu.test(all) ? [`a stack was printed: ${end}`] : []),
    ...(all.includes(about) ? [] : [`“${about}” is not named: ${end}`]),
    ...(/[.!]\s*$/u.test(err.trim() === '' ? out : err) ? [] : [`it is no sentence: ${end}`]),
  ];
}

/** The sentence with which a command ended: the first line that names `about`, else the last one that isn't empty. */
export function sentenceOf({ out, err }: Told, about = ''): string {
  const lines = `${out}\n${err}`.split('\n').filter((line) => line.trim() !== '');
  return ((about === '' ? undefined : lines.find((line) => line.includes(about))) ?? lines.at(-1) ?? '').trim();
}

/** How many articles `verbatim articles --json` lists; null where it can't. */
export function articlesListed({ code, out }: Told): readonly string[] | null {
  return code === 0 ? [...out.matchAll(/"(?:id|article)":"([^"]+)"/gu)].map((match) => String(match[1])) : null;
}

/** What is wrong with a command that should have done its work. */
export function worked(what: string, { code, out, err }: Told): Findings {
  return code === 0 ? [] : [`${what} ended with ${code}: ${(out + err).slice(-500)}`];
}
