import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTemporaryFolder, sweepTemporaryFolders } from '../../../main/core/temporary/folders.ts';

/** A folder for temporary files of its own, so that what other programs have there is left out of it. */
let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'verbatim-test-'));
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
const root = resolve(import.meta.dirname, '../../..');

function run(script: string): ChildProcess {
  const file = join(temporary, 'run.mjs');
  writeFileSync(file, script.replaceAll("'./main/", `'${root}/main/`));
  return spawn(process.execPath, [...flags, file], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Resolves when the child says that it is in the middle of its work. */
async function underWay(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('the child has no output');
  await once(child.stdout, 'data');
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Exports a library, and stands still, saying so, when a package is half written. */
const exporting = (library: string, target: string) => `
  import { existsSync, watch, writeFileSync, writeSync } from 'node:fs';
  import { createCore } from './main/core/create-core.ts';
  const [library, target] = ${JSON.stringify([library, target])};
  const core = createCore({ agent: 'Verbatim test' });
  await core.openLibrary(library, { mode: 'write' });
  writeFileSync(library + '/../quay.txt', 'Quay closes\\n\\nThe quay closes on Monday, the harbour board said.');
  await core.call('import.run', { grants: [core.grants.issue(library + '/../quay.txt', 'read')] });
  watch(target, (_event, name) => {
    if (!name?.endsWith('.partial') || !existsSync(target + '/' + name)) return;
    writeSync(1, 'under way');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });
  for (let number = 0; ; number += 1) {
    const grant = core.grants.issue(target + '/package-' + number, 'write');
    await core.call('export.run', { format: 'bagit', selection: { of: 'everything' }, target: grant });
  }`;

const uploading = `
  import { Readable } from 'node:stream';
  import { Uploads } from './main/server/uploads.ts';
  const uploads = await Uploads.open();
  const id = await uploads.begin();
  const body = Readable.from((async function* () {
    yield Buffer.from('words of an article');
    process.stdout.write('under way');
    await new Promise((resolve) => setTimeout(resolve, 1e6));
  })());
  await uploads.put(id, 'quay.txt', body, null);`;

it('what a killed export left, in the temporary folder and beside its target, is gone after the next start', async () => {
  const target = join(temporary, 'handed-over');
  mkdirSync(target);
  const child = run(exporting(join(temporary, 'library'), target));
  await underWay(child);
  // A person's own file that only looks like one of ours is nobody's to remove.
  writeFileSync(join(target, 'film.mp4.partial'), 'a download of another program');
  await kill(child);
  const partial = (name: string) => name.endsWith('.partial') && name.startsWith('package-');
  expect(readdirSync(target).filter(partial)).toHaveLength(1);
  expect(await sweepTemporaryFolders(temporary)).toHaveLength(1);
  expect(readdirSync(target).filter(partial)).toEqual([]);
  expect(readdirSync(target)).toContain('film.mp4.partial');
  expect(readdirSync(temporary).filter((name) => /^verbatim-\d/u.test(name))).toEqual([]);
});

it('what a killed upload left is gone after the next start, and never while its process lives', async () => {
  const child = run(uploading);
  await underWay(child);
  const [folder] = readdirSync(temporary).filter((name) => name !== 'run.mjs');
  expect(
    readdirSync(join(temporary, folder ?? ''), { recursive: true }).some((name) => String(name).endsWith('quay.txt')),
  ).toBe(true);
  expect(await sweepTemporaryFolders(temporary)).toEqual([]);
  expect(existsSync(join(temporary, folder ?? ''))).toBe(true);
  await kill(child);
  expect(await sweepTemporaryFolders(temporary)).toEqual([folder]);
  expect(readdirSync(temporary)).toEqual(['run.mjs']);
});

it('a folder of another user, another machine or another program stays', async () => {
  const user = process.getuid?.() ?? 0;
  const names = [
    `verbatim-${user + 1}-00000000-1-1-abcdef`,
    `verbatim-${user}-00000000-1-1-abcdef`,
    'verbatim-notes',
    'verbatim-export-abcdef',
  ];
  for (const name of names) mkdirSync(join(temporary, name));
  expect(await sweepTemporaryFolders(temporary)).toEqual([]);
  expect(readdirSync(temporary).sort()).toEqual([...names].sort());
});

it('what earlier versions left goes when nothing has touched it for a week', async () => {
  const folder = join(temporary, 'verbatim-export-abcdef');
  mkdirSync(folder);
  writeFileSync(join(folder, 'articles.jsonl'), 'words');
  const longAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
  utimesSync(folder, longAgo, longAgo);
  expect(await sweepTemporaryFolders(temporary)).toEqual(['verbatim-export-abcdef']);
});

it('a folder that was tidied away under a running program is made again', () => {
  const first = makeTemporaryFolder('container');
  rmSync(dirname(first), { recursive: true });
  const second = makeTemporaryFolder('container');
  expect(existsSync(second)).toBe(true);
  rmSync(second, { recursive: true });
});
