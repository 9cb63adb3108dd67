import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import '../support/compile-cache.ts';
import { Random } from '../bench/random.ts';
import { projectRoot } from '../e2e/driver/process.ts';
import type { KillScenario } from './kill-scenario.ts';
import { type KillRow, killLine, killTable } from './kill-table.ts';
import { killRounds, type RoundResult } from './killing.ts';
import { backup, exportOfABag, exportOfAZip } from './kills/copies.ts';
import { annotation, deletion, extractAgain } from './kills/edits.ts';
import { importOfAFolder, importOfAWebArchive, restoreOfAPackage } from './kills/imports.ts';
import { migration } from './kills/migration.ts';
import type { Findings } from './library.ts';
import type { Trial } from './trial.ts';
import { damaged } from './trials/damage.ts';
import { machineFaults } from './trials/machine.ts';

/**
 * `npm run test:faults [-- --rounds N] [--seed N] [--only WORDS] [--short] [--report FILE]`: first processes that are killed at
 * random moments of what a library is trusted with, each followed by a second start. Then faults of the machine, of
 * files and of packages. A line each, a table of all kills at the end: what had been acknowledged, what was there
 * afterwards, what was said. The seed is printed, and gives the same moments again (as far as the machine runs as fast).
 * Ends with `N passed, N failed`, which `--report` writes into a file as JSON; what failed is kept and named. `--short`
 * leaves the packages to the suite that it is a part of.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '32' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    'at-once': { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    short: { type: 'boolean', default: false },
    report: { type: 'string' },
  },
});
const scenarios: readonly KillScenario[] = [
  importOfAFolder,
  importOfAWebArchive,
  restoreOfAPackage,
  annotation,
  deletion,
  extractAgain,
  exportOfABag,
  exportOfAZip,
  backup,
  migration,
];

const trials: readonly Trial[] = [...machineFaults, ...damaged];

const folder = await mkdtemp(join(tmpdir(), 'verbatim-faults-'));
// Others than its owner act in it too.
await chmod(folder, 0o755);
console.log(`seed ${values.seed}`);
const total = { passed: 0, failed: 0, skipped: 0 };

/** A folder for what is tried; it stays when something was wrong, to be looked at. */
async function inFolder(name: string, work: (place: string) => Promise<readonly Findings[]>): Promise<void> {
  const place = join(folder, name.replaceAll(/[^a-z0-9]+/giu, '-'));
  await mkdir(place);
  const results = await work(place);
  const wrong = results.filter((findings) => findings.length > 0);
  total.passed += results.length - wrong.length;
  total.failed += wrong.length;
  if (wrong.length === 0) await rm(place, { recursive: true });
}

const rows: KillRow[] = [];

async function kill(scenario: KillScenario, place: string): Promise<readonly Findings[]> {
  const results: RoundResult[] = [];
  // Each has moments of its own, whichever others are run.
  const random = new Random(Number(values.seed) + scenarios.indexOf(scenario));
  const options = { folder: place, rounds: Number(values.rounds), chance: () => random.next() };
  for await (const result of killRounds(scenario, options)) results.push(result);
  const row = { scenario: scenario.name, results };
  rows.push(row);
  console.log(killLine(row));
  for (const { killedAfter, findings } of results)
    if (findings.length > 0)
      console.log(`  killed after ${killedAfter?.toFixed(0) ?? 'its end'} ms:\n    ${findings.join('\n    ')}`);
  return results.map(({ findings }) => findings);
}

async function bringAbout(trial: Trial, place: string): Promise<readonly Findings[]> {
  const result = await trial.run(place).catch((error: unknown) => [`it failed: ${String(error)}`]);
  if ('skipped' in result) {
    total.skipped += 1;
    console.log(`${trial.name}: skipped, ${result.skipped}`);
    return [];
  }
  if (!('findings' in result)) {
    console.log(`${trial.name}:\n    ${result.join('\n    ')}`);
    return [result];
  }
  const { acknowledged, there, said, findings } = result;
  console.log(`${trial.name}: before, ${acknowledged}; afterwards, ${there}; said: ${said.replaceAll(place, '…')}`);
  for (const finding of findings) console.log(`    ${finding}`);
  return [findings];
}

/** Forged and broken packages have a table and a test of their own; its runner counts them. */
async function forgePackages(): Promise<void> {
  const report = join(folder, 'packages.json');
  const runner = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const file = join('tests', 'integration', 'restore', 'forged.test.ts');
  const options = ['run', file, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(process.execPath, [runner, ...options], { cwd: projectRoot, stdio: 'inherit' });
  await once(child, 'exit');
  const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, 'utf8')) as Readonly<
    Record<'numPassedTests' | 'numFailedTests', number>
  >;
  console.log(`forged and broken packages: ${numPassedTests} held, ${numFailedTests} did not`);
  total.passed += numPassedTests;
  total.failed += numFailedTests;
}

const chosen = scenarios.filter(({ name }) => name.includes(values.only));
async function killInTurn(): Promise<void> {
  for (let next = chosen.shift(); next !== undefined; next = chosen.shift()) {
    const scenario = next;
    await inFolder(scenario.name, (place) => kill(scenario, place));
  }
}
await Promise.all(Array.from({ length: Number(values['at-once']) }, killInTurn));
for (const trial of trials.filter(({ name }) => name.includes(values.only)))
  await inFolder(trial.name, (place) => bringAbout(trial, place));
if (!values.short) await forgePackages();
const inOrder = scenarios.flatMap(({ name }) => rows.filter(({ scenario }) => scenario === name));
console.log(`\n${killTable(inOrder)}\n`);
if (total.failed === 0) await rm(folder, { recursive: true });
else console.log(`What failed is kept in ${folder}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
if (values.report !== undefined) await writeFile(values.report, JSON.stringify(total));
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
