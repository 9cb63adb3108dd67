import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { projectRoot } from '../driver/process.ts';

/**
 * What goes into the packaged program, packed by the real packer with a stand-in for Electron's
 * runtime, which needs no network: and that it is enough to run.
 */
test.skip(process.platform !== 'linux', 'the stand-in runtime has the shape of the one for Linux');
test.setTimeout(300_000);

const modules = join(projectRoot, 'node_modules');

function runNode(script: string, ...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...options], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Electron's fuses: behind this mark stand a version, how many there are, and a state for each. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuses = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'inspect',
  'asarIntegrity',
  'onlyAsar',
  'ownSnapshot',
  'filePrivileges',
] as const;

/** An executable that has nothing but fuses; all of them as no program of ours would leave them. */
function standInWithFuses(): Buffer {
  return Buffer.concat([Buffer.from(fuseMark), Buffer.from([1, fuses.length]), Buffer.from('?'.repeat(fuses.length))]);
}
function fusesOf(executable: Buffer): Record<string, string> {
  const at = executable.indexOf(fuseMark) + fuseMark.length + 2;
  const states: Readonly<Record<string, string>> = { '0': 'off', '1': 'on', '?': 'as it comes' };
  return Object.fromEntries(
    fuses.map((name, index) => {
      const state = String.fromCharCode(executable[at + index] ?? 0);
      return [name, states[state] ?? state];
    }),
  );
}

test('the package holds what the program needs, and nothing of the workshop', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-package-'));
  try {
    const runtime = join(folder, 'runtime');
    mkdirSync(join(runtime, 'resources'), { recursive: true });
    writeFileSync(join(runtime, 'electron'), standInWithFuses(), { mode: 0o755 });
    const { version } = JSON.parse(readFileSync(join(modules, 'electron', 'package.json'), 'utf8')) as {
      version: string;
    };
    writeFileSync(join(runtime, 'version'), version);
    const packed = runNode(
      join(modules, 'electron-builder', 'cli.js'),
      ...['--linux', 'dir', `-c.electronDist=${runtime}`, `-c.directories.output=${join(folder, 'out')}`],
    );
    expect(packed.status, packed.stdout + packed.stderr).toBe(0);

    const executable = readFileSync(join(folder, 'out', 'linux-unpacked', 'verbatim'));
    expect(fusesOf(executable)).toEqual({
      runAsNode: 'off',
      cookieEncryption: 'as it comes',
      nodeOptions: 'off',
      inspect: 'off',
      asarIntegrity: 'on',
      onlyAsar: 'on',
      ownSnapshot: 'as it comes',
      filePrivileges: 'off',
    });

    const resources = join(folder, 'out', 'linux-unpacked', 'resources');
    const program = join(folder, 'program');
    const extracted = runNode(
      join(modules, '@electron', 'asar', 'bin', 'asar.js'),
      'extract',
      join(resources, 'app.asar'),
      program,
    );
    expect(extracted.status, extracted.stderr).toBe(0);
    if (existsSync(join(resources, 'app.asar.unpacked')))
      cpSync(join(resources, 'app.asar.unpacked'), program, { recursive: true });

    for (const needed of [
      'package.json',
      'LICENSE',
      'dist/main/electron/index.js',
      'dist/main/electron/preload.cjs',
      'dist/renderer/index.html',
      'dist/db/worker.js',
    ])
      expect(existsSync(join(program, needed)), needed).toBe(true);
    for (const unwanted of [
      'main',
      'renderer',
      'tests',
      'node_modules/electron',
      'node_modules/vitest',
      'node_modules/vite',
      'node_modules/playwright',
    ])
      expect(existsSync(join(program, unwanted)), unwanted).toBe(false);
    expect(
      existsSync(join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3')),
      'the native part lies outside the archive',
    ).toBe(true);

    const page = join(folder, 'pier.html');
    writeFileSync(
      page,
      '<title>Pier</title><article><h1>Pier rebuilt</h1><p>The pier of Port Ellery is open again, the harbour office said.</p></article>',
    );
    const taken = runNode(
      join(program, 'dist', 'main', 'cli', 'index.js'),
      'import',
      join(folder, 'Library'),
      page,
      '--json',
    );
    expect(taken.status, taken.stderr).toBe(0);
    expect(taken.stdout).toContain('"outcome":"taken"');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
