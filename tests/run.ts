import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './e2e/driver/chromium.ts';

/**
 * `npm test`: everything that CI runs, one part after another, counted by the runners themselves. A
 * part that fails does not stop the next. The last line says how many passed and failed.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'test-results');
/** What this Node was told (to read TypeScript, where it doesn't by itself) holds for all that it starts. */
const environment = {
  ...process.env,
  NODE_OPTIONS: [process.env.NODE_OPTIONS, ...process.execArgv].filter(Boolean).join(' '),
};

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}
const total: Count = { passed: 0, failed: 0, skipped: 0 };

function add(part: string, count: Count): void {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  console.log(`\n${part}: ${words(count)}\n`);
}
function words({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Runs a script of a dependency with this Node; its exit code. */
function run(script: readonly string[], options: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<number> {
  return start([join(root, 'node_modules', ...script), ...options], more);
}

function start(args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...environment, ...more },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** A check that either holds or doesn't counts as one. */
async function check(part: string, script: readonly string[], options: readonly string[]): Promise<boolean> {
  console.log(`— ${part}`);
  const sound = (await run(script, options)) === 0;
  add(part, { passed: sound ? 1 : 0, failed: sound ? 0 : 1, skipped: 0 });
  return sound;
}

/** A runner's own report, or null when it ended before writing one. */
function report<Shape>(file: string): Shape | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Shape;
  } catch {
    return null;
  }
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

async function tests(): Promise<void> {
  console.log('— architecture, unit, integration, migrations');
  const file = join(results, 'vitest.json');
  const code = await run(
    ['vitest', 'vitest.mjs'],
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  );
  const said = report<VitestReport>(file);
  if (said === null) return add('tests', { passed: 0, failed: 1, skipped: 0 });
  // A file that could not even be loaded has no tests of its own to fail.
  const broken = said.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = said.numFailedTests + broken;
  add('tests', {
    passed: said.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: said.numPendingTests + said.numTodoTests,
  });
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
}

async function endToEnd(): Promise<void> {
  console.log('— end to end, in a real browser');
  if (!(await browserIsThere())) return add('end to end', { passed: 0, failed: 1, skipped: 0 });
  const file = join(results, 'playwright.json');
  const code = await run(['@playwright', 'test', 'cli.js'], ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const said = report<PlaywrightReport>(file);
  if (said === null) return add('end to end', { passed: 0, failed: 1, skipped: 0 });
  const failed = said.stats.unexpected + said.stats.flaky + said.errors.length;
  add('end to end', {
    passed: said.stats.expected,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: said.stats.skipped,
  });
}

/**
 * A few kills at what a library is trusted with, and every fault of the machine and of files; the forged packages are
 * among the tests. `npm run test:faults` is the long form. It fails by what is found, never by how long something took.
 */
async function faults(): Promise<void> {
  console.log('— faults, in their short form');
  const file = join(results, 'faults.json');
  const script = join(root, 'tests', 'faults', 'run.ts');
  const options = ['--short', '--rounds', '1', '--at-once', '2', '--report', file];
  const code = await start([...process.execArgv, script, ...options]);
  const said = report<Count>(file);
  if (said === null) return add('faults', { passed: 0, failed: 1, skipped: 0 });
  add('faults', { ...said, failed: said.failed === 0 && code !== 0 ? 1 : said.failed });
}

/**
 * Uses the machine's browser, or gets one: root on Debian the distribution's headless shell, or its Chromium where
 * there is no such package, everybody else Playwright's own. CI gets the shell beside what is there: it is faster.
 */
async function browserIsThere(): Promise<boolean> {
  const before = findChromium();
  const wanted = before === null || (process.env.CI !== undefined && !before.includes('headless'));
  if (wanted && process.platform === 'linux' && process.getuid?.() === 0 && isThere('apt-get')) {
    const quietly = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    spawnSync('apt-get', ['update', '-qq'], quietly);
    for (const name of ['chromium-headless-shell', ...(before === null ? ['chromium'] : [])]) {
      console.log(`Installing the ${name} package to test with.`);
      spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quietly);
      if (findChromium() !== before) break;
    }
  }
  if (findChromium() !== null) return true;
  console.log('No Chrome, Chromium or Edge was found; installing Playwright’s Chromium.');
  await run(['@playwright', 'test', 'cli.js'], ['install', 'chromium']);
  if (findChromium() !== null) return true;
  console.log('No browser could be installed. Install Chrome, Chromium or Edge, or name one in CHROME_PATH.');
  return false;
}

function isThere(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
await check('types', ['typescript', 'bin', 'tsc'], ['-p', '.']);
await check('lint', ['@biomejs', 'biome', 'bin', 'biome'], ['check', '.']);
await tests();
console.log('— build');
const built = spawnSync(process.execPath, [join(root, 'main', 'build', 'index.ts')], {
  cwd: root,
  stdio: 'inherit',
  env: environment,
});
add('build', built.status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 });
await faults();
await endToEnd();
if (total.skipped > 0) console.log(`${total.skipped} skipped; the lines above say why.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
