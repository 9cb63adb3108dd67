import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildProgram } from '../bench/built.ts';
import { Random } from '../bench/random.ts';
import type { KillScenario } from './kill-scenario.ts';
import { killRounds, type RoundResult } from './killing.ts';
import { backup, exportOfABag, exportOfAZip } from './kills/copies.ts';
import { annotation, deletion, extractAgain } from './kills/edits.ts';
import { importOfAFolder, importOfAWebArchive, restoreOfAPackage } from './kills/imports.ts';
import { migration } from './kills/migration.ts';

/**
 * `npm run test:faults [-- --rounds N] [--seed N] [--only WORDS]`: processes that are killed at random
 * moments of what a library is trusted with, each followed by a second start. A line a scenario: how often it was
 * killed, what had been acknowledged, and whatever was wrong afterwards. The seed is printed, and gives the same
 * moments again (as far as the machine runs as fast). Ends with `N passed, N failed`; what failed is kept and named.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '32' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
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

await buildProgram();
const folder = await mkdtemp(join(tmpdir(), 'verbatim-faults-'));
const random = new Random(Number(values.seed));
console.log(`seed ${values.seed}`);
const total = { passed: 0, failed: 0 };
for (const scenario of scenarios.filter(({ name }) => name.includes(values.only))) {
  const place = join(folder, scenario.name.replaceAll(' ', '-'));
  await mkdir(place);
  const results: RoundResult[] = [];
  const options = { folder: place, rounds: Number(values.rounds), chance: () => random.next() };
  for await (const result of killRounds(scenario, options)) results.push(result);
  const wrong = results.filter(({ findings }) => findings.length > 0);
  const killed = results.filter(({ killedAfter }) => killedAfter !== null);
  const acknowledged = killed.reduce((sum, result) => sum + result.acknowledged, 0);
  console.log(
    `${scenario.name}: ${killed.length} of ${results.length} killed before the end, ${acknowledged} acknowledgements before, ${wrong.length} with something wrong`,
  );
  for (const { killedAfter, findings } of wrong)
    console.log(`  killed after ${killedAfter?.toFixed(0) ?? 'its end'} ms:\n    ${findings.join('\n    ')}`);
  total.passed += results.length - wrong.length;
  total.failed += wrong.length;
  if (wrong.length === 0) await rm(place, { recursive: true });
}
if (total.failed === 0) await rm(folder, { recursive: true });
else console.log(`What failed is kept in ${folder}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
