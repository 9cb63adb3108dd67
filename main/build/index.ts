import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isStale, stamp } from './stale.ts';

/**
 * Builds `dist/`: the interface by Vite, everything else file by file by the compiler, and the files
 * that are not code copied beside it. The old build stays until the new one is whole. With `--if-stale`
 * it does nothing when the build is current.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));

async function build(): Promise<void> {
  const fresh = join(root, 'node_modules', '.cache', `verbatim-build-${process.pid}`);
  try {
    await Promise.all([
      run(join('node_modules', 'typescript', 'bin', 'tsc'), ['-p', 'tsconfig.build.json', '--outDir', fresh]),
      run(join('node_modules', 'vite', 'bin', 'vite.js'), [
        'build',
        '--logLevel',
        'warn',
        '--outDir',
        join(fresh, 'renderer'),
      ]),
    ]);
    for (const folder of ['main', 'db']) await copyAssets(join(root, folder), join(fresh, folder));
    await writeFile(join(fresh, basename(stamp)), `${JSON.stringify({ built: new Date().toISOString() })}\n`);
    if (existsSync(join(root, 'dist'))) await rename(join(root, 'dist'), `${fresh}-old`);
    await rename(fresh, join(root, 'dist'));
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(`${fresh}-old`, { recursive: true, force: true });
  }
}

function run(script: string, options: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, script), ...options], { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${script} ended with ${code}`))));
  });
}

/** The sample collection and whatever else the program reads at run time stands beside the code that reads it. */
async function copyAssets(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || ['.ts', '.cts', '.tsx'].includes(extname(entry.name))) continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(to, relative(from, source));
    await mkdir(dirname(target), { recursive: true });
    await cp(source, target);
  }
}

if (!process.argv.includes('--if-stale') || (await isStale(root))) {
  try {
    await build();
  } catch (error) {
    console.error(`The build failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
