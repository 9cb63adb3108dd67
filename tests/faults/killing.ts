import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { projectRoot } from '../e2e/driver/process.ts';
import type { Counts, KillScenario, Round, Start } from './kill-scenario.ts';
import type { Findings } from './library.ts';

const built = join(projectRoot, 'dist', 'main', 'core', 'create-core.js');
/** Of the act's last unkilled run only so many rounds take their moments: a machine is now faster, now slower. */
const measuredFor = 8;
/** A kill that came too late is done again so often, each time with the time that the act really took. */
const attemptsOfARound = 5;

/** How a kill, the second start and the end of the act went. */
export interface RoundResult {
  /** Where in the act's measured time the kill was meant to come, from 0 to 1. */
  readonly moment: number;
  /** Kills that came when the act was over, and count for nothing. */
  readonly late: number;
  /** Milliseconds after the act had begun; null where every kill came too late. */
  readonly killedAfter: number | null;
  readonly acknowledged: number;
  readonly there: Counts;
  /** What the second start said. */
  readonly said: readonly string[];
  readonly findings: Findings;
}

interface Ended {
  /** Whether the process was killed before it had said that the act was done and the library closed. */
  readonly inside: boolean;
  readonly lines: readonly string[];
  /** Between `begun` and `done`, or the kill. */
  readonly milliseconds: number;
}

/** Where the acts lie without their types, and what Node keeps of compiling the program, so that a process starts quickly. */
interface Starting {
  readonly script: string;
  readonly compiled: string;
}

async function makeStarting(folder: string): Promise<Starting> {
  const script = join(folder, 'acts.mjs');
  await writeFile(script, stripTypeScriptTypes(await readFile(join(import.meta.dirname, 'acts.ts'), 'utf8')));
  return { script, compiled: join(folder, 'compiled') };
}

function begin(
  { script, compiled }: Starting,
  start: Start,
  scenario: KillScenario,
  round: Round,
): {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly ended: Promise<NodeJS.Signals | null>;
} {
  const [act, ...args] = scenario.act(round, start);
  const child = spawn(process.execPath, [script, built, start, act, round.library, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: join(round.folder, 'temporary'), NODE_COMPILE_CACHE: compiled },
  });
  child.stdout.setEncoding('utf8');
  const said = text(child.stderr);
  const ended = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      code === 0 || signal !== null
        ? resolve(signal)
        : said.then((words) => reject(new Error(`“${act}” ended with ${code}: ${words}`))),
    );
  });
  // Whoever waits for it hears of it; nobody has to wait at once.
  ended.catch(() => undefined);
  return { child, ended };
}

/** Does a scenario's act in a process of its own, and kills it `after` so many milliseconds from its beginning (null: never). */
async function perform(starting: Starting, scenario: KillScenario, round: Round, after: number | null): Promise<Ended> {
  const { child, ended } = begin(starting, 'first', scenario, round);
  let begun = 0;
  let milliseconds = 0;
  let timer: NodeJS.Timeout | undefined;
  let output = '';
  for await (const piece of child.stdout) {
    output += String(piece);
    if (begun === 0 && output.includes('begun\n')) {
      begun = performance.now();
      if (after !== null) timer = setTimeout(() => child.kill('SIGKILL'), after);
    }
    milliseconds = performance.now() - begun;
  }
  clearTimeout(timer);
  const signal = await ended;
  // A line that was cut off in the middle was not said.
  const lines = output.split('\n').slice(1, -1);
  const done = lines.at(-1) === 'done';
  if (after === null && !done) throw new Error(`the act ended by ${signal ?? 'itself'} before it was done`);
  return { inside: !done, lines: done ? lines.slice(0, -1) : lines, milliseconds };
}

/** A second start: `looked` gets what it told the person, and when that is done the act is done to its end. */
async function performAgain(
  starting: Starting,
  scenario: KillScenario,
  round: Round,
  looked: (said: readonly string[]) => Promise<void>,
): Promise<void> {
  const { child, ended } = begin(starting, 'second', scenario, round);
  let output = '';
  let told = false;
  try {
    for await (const piece of child.stdout) {
      output += String(piece);
      if (told || !output.includes('looked\n')) continue;
      told = true;
      await looked(output.slice(0, output.indexOf('looked\n')).split('\n').filter(Boolean));
      child.stdin.end('go on\n');
    }
    await ended;
  } finally {
    child.kill('SIGKILL');
  }
  if (!output.endsWith('done\n')) throw new Error('the second start ended before it was done');
}

/**
 * Rounds of one scenario: a copy of what was prepared, an act that is killed at a moment of it, a second start, the
 * examination, and the act once more to its end. The moments lie all over the time that the act takes: each of
 * as many equal parts of it as there are rounds has one, at random in it. `chance` gives numbers in `[0, 1)`.
 */
export async function* killRounds(
  scenario: KillScenario,
  { folder, rounds, chance }: { readonly folder: string; readonly rounds: number; readonly chance: () => number },
): AsyncGenerator<RoundResult> {
  const place = (name: string): Round => ({ folder: join(folder, name), library: join(folder, name, 'Library') });
  const starting = await makeStarting(folder);
  const prepared = place('prepared');
  await mkdir(join(prepared.folder, 'temporary'), { recursive: true });
  await scenario.prepare(prepared);

  const copy = async (name: string): Promise<Round> => {
    const round = place(name);
    await rm(round.folder, { recursive: true, force: true });
    await cp(prepared.folder, round.folder, { recursive: true });
    return round;
  };
  const measure = async (): Promise<number> => {
    const whole = await copy('whole');
    const { milliseconds } = await perform(starting, scenario, whole, null);
    await rm(whole.folder, { recursive: true });
    return milliseconds;
  };

  const moments = Array.from({ length: rounds }, (_, number) => (number + chance()) / rounds);
  let takes = 0;
  for (const [number, moment] of moments.entries()) {
    if (number % measuredFor === 0) takes = await measure();
    let late = 0;
    let round = await copy(`round-${number}`);
    let ended = await perform(starting, scenario, round, moment * takes);
    while (!ended.inside && late + 1 < attemptsOfARound) {
      late += 1;
      takes = ended.milliseconds;
      round = await copy(`round-${number}`);
      ended = await perform(starting, scenario, round, moment * takes);
    }
    const after = await afterTheKill(starting, scenario, round, ended.lines);
    yield {
      moment,
      late: ended.inside ? late : late + 1,
      killedAfter: ended.inside ? ended.milliseconds : null,
      acknowledged: ended.lines.length,
      ...after,
    };
    // What went wrong stays, to be looked at.
    if (after.findings.length === 0) await rm(round.folder, { recursive: true });
  }
}

/**
 * The second start is a process of its own with the killed one's folder for temporary files, as a person's is: what
 * was being written beside her files is listed there. The library is examined beside it, for reading.
 */
async function afterTheKill(
  starting: Starting,
  scenario: KillScenario,
  round: Round,
  acknowledged: readonly string[],
): Promise<Pick<RoundResult, 'findings' | 'there' | 'said'>> {
  const after: { said: readonly string[]; there: Counts; findings: string[] } = { said: [], there: {}, findings: [] };
  try {
    await performAgain(starting, scenario, round, async (said) => {
      after.said = said;
      const { there, findings } = await scenario.examine(round, acknowledged);
      after.there = there;
      after.findings.push(...findings);
    });
    after.findings.push(...(await scenario.examineEnd(round)));
    const left = await readdir(join(round.folder, 'temporary'));
    after.findings.push(...left.map((name) => `left in the temporary folder: ${name}`));
  } catch (error) {
    after.findings.push(`it failed: ${error instanceof Error ? error.message : String(error)}`);
  }
  return after;
}
