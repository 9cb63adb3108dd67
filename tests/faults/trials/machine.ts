import { spawn, spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../e2e/driver/process.ts';
import { type Findings, OpenedLibrary } from '../library.ts';
import { fillLibrary, writePages } from '../material.ts';
import { type Trial, terminal, toldPlainly, worked } from '../trial.ts';

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const needsRoot = { skipped: 'only root can act as another user here' };

/** Runs the work on a small file system of its own in memory; false where this machine doesn't mount one. */
async function onSmallDisk(place: string, megabytes: number, work: () => Promise<void>): Promise<boolean> {
  await mkdir(place, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place]);
  if (mounted.status !== 0) return false;
  try {
    await work();
    return true;
  } finally {
    spawnSync('umount', [place]);
  }
}

const fullDisk: Trial = {
  name: 'the disk is full in the middle of an import',
  async run(folder) {
    const disk = join(folder, 'disk');
    const library = join(disk, 'Library');
    const findings: string[] = [];
    await writePages(join(folder, 'pages'), 400);
    const mounted = await onSmallDisk(disk, 6, async () => {
      const told = await terminal(['import', library, join(folder, 'pages'), '--json']);
      findings.push(...toldPlainly(told, library));
      const acknowledged = [...told.out.matchAll(/"article":"([^"]+)"/gu)].map((match) => String(match[1]));
      if (acknowledged.length === 0) findings.push('the disk was full before anything was taken in');
      findings.push(...(await acknowledgedCanBeRead(library, acknowledged)));
    });
    return mounted ? findings : { skipped: 'no small disk can be mounted here' };
  },
};

/** Reading needs no room on the disk. */
async function acknowledgedCanBeRead(library: string, acknowledged: readonly string[]): Promise<Findings> {
  const listed = await terminal(['articles', library, '--json']);
  const there = new Set([...listed.out.matchAll(/"(?:id|article)":"([^"]+)"/gu)].map((match) => match[1]));
  return [
    ...worked('articles', listed),
    ...acknowledged.filter((id) => !there.has(id)).map((id) => `acknowledged and not there: ${id}`),
  ];
}

const denied: Trial = {
  name: 'another user of the machine',
  async run(folder) {
    if (!isRoot) return needsRoot;
    await chmod(folder, 0o755);
    const library = join(folder, 'Library');
    await fillLibrary({ folder, library }, 4);
    const told = await terminal(['articles', library], { as: nobody });
    const readable = spawnSync('find', [library, '-readable'], { uid: nobody, gid: nobody, encoding: 'utf8' });
    return [
      ...toldPlainly(told, library),
      ...(told.out.includes('Report') ? ['it was given articles'] : []),
      ...(/denied|permission/iu.test(told.err) ? [] : [`it does not say that access is denied: ${told.err}`]),
      ...readable.stdout
        .split('\n')
        .filter(Boolean)
        .map((path) => `readable by others: ${path}`),
    ];
  },
};

const readOnly: Trial = {
  name: 'a library that its reader may not write',
  async run(folder) {
    if (!isRoot) return needsRoot;
    await chmod(folder, 0o755);
    const library = join(folder, 'Library');
    await fillLibrary({ folder, library }, 4);
    // What lies on a disc: everybody may read, nobody may write.
    spawnSync('chmod', ['-R', 'a+rX,a-w', library]);
    const out = join(folder, 'out');
    await mkdir(out);
    await chown(out, nobody, nobody);
    const as = { as: nobody };
    const found = await terminal(['search', library, 'quay'], as);
    return [
      ...worked('search', found),
      ...(found.out.includes('Report') ? [] : ['the search found nothing']),
      ...worked('check', await terminal(['check', library], as)),
      ...worked('export', await terminal(['export', library, '--format', 'bagit', '--out', join(out, 'bag')], as)),
      ...((await readdir(out)).includes('bag') ? [] : ['there is no package']),
    ];
  },
};

const twoWriters: Trial = {
  name: 'two writers',
  async run(folder) {
    const library = join(folder, 'Library');
    await fillLibrary({ folder, library }, 4);
    await writePages(join(folder, 'more'), 6);
    const holder = spawn(
      process.execPath,
      [join(projectRoot, 'dist', 'main', 'cli', 'index.js'), 'watch', library, join(folder, 'more'), '--json'],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    try {
      // Its first line says that it has the library.
      await new Promise<void>((resolve, reject) => {
        createInterface({ input: holder.stdout }).once('line', () => resolve());
        holder.once('exit', (code) => reject(new Error(`the first writer ended with ${code}`)));
      });
      const second = await terminal(['import', library, join(folder, 'pages')]);
      return [
        ...toldPlainly(second, 'open for writing elsewhere'),
        ...worked('a reader beside it', await terminal(['search', library, 'quay'])),
      ];
    } finally {
      holder.removeAllListeners('exit');
      const gone = new Promise((resolve) => holder.once('exit', resolve));
      holder.kill('SIGTERM');
      await gone;
      await OpenedLibrary.with(library, (opened) => opened.unsound());
      await rm(join(folder, 'more'), { recursive: true });
    }
  },
};

/** Faults of the machine: no room, no permission, no writing, somebody else who writes. */
export const machineFaults: readonly Trial[] = [fullDisk, denied, readOnly, twoWriters];
