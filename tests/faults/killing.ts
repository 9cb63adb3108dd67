import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { KillScenario, Round } from './kill-scenario.ts';
import type { Findings } from './library.ts';

const script = join(import.meta.dirname, 'acts.ts');

/** How a round ended. */
export interface RoundResult {
  /** Milliseconds after the act had begun; null where it came to its end before. */
  readonly killedAfter: number | null;
  readonly acknowledged: number;
  readonly findings: Findings;
}

interface Ended {
  readonly killed: boolean;
  readonly lines: readonly string[];
  /** Between `begun` and the end. */
  readonly milliseconds: number;
  readonly said: string;
}

/** Does a scenario's act in a process of its own, and kills it `after` so many milliseconds from its beginning (null: never). */
async function perform(scenario: KillScenario, round: Round, after: number | null): Promise<Ended> {
  const [act, ...args] = scenario.act(round);
  const child = spawn(process.execPath, [...process.execArgv, script, act, round.library, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: join(round.folder, 'temporary') },
  });
  const said = text(child.stderr);
  const ended = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      code === 0 || signal !== null
        ? resolve(signal)
        : said.then((words) => reject(new Error(`“${act}” ended with ${code}: ${words}`))),
    );
  });
  let begun = 0;
  let output = '';
  for await (const piece of child.stdout) {
    output += String(piece);
    if (begun !== 0 || !output.includes('begun\n')) continue;
    begun = performance.now();
    if (after !== null) void wait(after).then(() => child.kill('SIGKILL'));
  }
  const signal = await ended;
  // A line that was cut off in the middle was not said.
  const lines = output.split('\n').slice(1, -1);
  return { killed: signal === 'SIGKILL', lines, milliseconds: performance.now() - begun, said: await said };
}

/**
 * Rounds of one scenario: a copy of what was prepared, an act that is killed at a random moment, a
 * second start, the examination, and the act once more to its end. `chance` gives numbers in `[0, 1)`.
 */
export async function* killRounds(
  scenario: KillScenario,
  { folder, rounds, chance }: { readonly folder: string; readonly rounds: number; readonly chance: () => number },
): AsyncGenerator<RoundResult> {
  const place = (name: string): Round => ({ folder: join(folder, name), library: join(folder, name, 'Library') });
  const prepared = place('prepared');
  await mkdir(join(prepared.folder, 'temporary'), { recursive: true });
  await scenario.prepare(prepared);

  const copy = async (name: string): Promise<Round> => {
    const round = place(name);
    await cp(prepared.folder, round.folder, { recursive: true });
    return round;
  };
  const whole = await copy('whole');
  const { milliseconds } = await perform(scenario, whole, null);
  await rm(whole.folder, { recursive: true });

  for (let number = 0; number < rounds; number += 1) {
    const round = await copy(`round-${number}`);
    const after = chance() * milliseconds;
    const { killed, lines } = await perform(scenario, round, after);
    const findings = await findingsOf(scenario, round, lines);
    yield { killedAfter: killed ? after : null, acknowledged: lines.length, findings };
    // What went wrong stays, to be looked at.
    if (findings.length === 0) await rm(round.folder, { recursive: true });
  }
}

async function findingsOf(scenario: KillScenario, round: Round, lines: readonly string[]): Promise<Findings> {
  try {
    const after = await scenario.examine(round, lines);
    await perform(scenario, round, null);
    const atTheEnd = await scenario.examineEnd(round);
    const left = await readdir(join(round.folder, 'temporary'));
    return [...after, ...atTheEnd, ...left.map((name) => `left in the temporary folder: ${name}`)];
  } catch (error) {
    return [`it failed: ${error instanceof Error ? error.message : String(error)}`];
  }
}
