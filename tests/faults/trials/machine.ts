import { spawn, spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../e2e/driver/process.ts';
import { missing, OpenedLibrary } from '../library.ts';
import { fillLibrary, writePages } from '../material.ts';
import { articlesListed, sentenceOf, type Trial, type TrialResult, terminal, toldPlainly, worked } from '../trial.ts';

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const needsRoot = { skipped: 'only root can act as another user here' };

/** Runs the work on a small file system of its own in memory; null where this machine doesn't mount one. */
async function onSmallDisk(
  place: string,
  megabytes: number,
  work: () => Promise<TrialResult>,
): Promise<TrialResult | null> {
  await mkdir(place, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place]);
  if (mounted.status !== 0) return null;
  try {
    return await work();
  } finally {
    spawnSync('umount', [place]);
  }
}

const fullDisk: Trial = {
  name: 'the disk is full in the middle of an import',
  async run(folder) {
    const disk = join(folder, 'disk');
    const library = join(disk, 'Library');
    await writePages(join(folder, 'pages'), 400);
    const result = await onSmallDisk(disk, 6, async () => {
      const told = await terminal(['import', library, join(folder, 'pages'), '--json']);
      const acknowledged = [...told.out.matchAll(/"article":"([^"]+)"/gu)].map((match) => String(match[1]));
      // Reading needs no room on the disk.
      const listed = await terminal(['articles', library, '--json']);
      const there = articlesListed(listed) ?? [];
      return {
        acknowledged: `${acknowledged.length} articles taken in`,
        there: `${new Set(there).size} articles`,
        said: sentenceOf({ ...told, out: '' }),
        findings: [
          ...toldPlainly(told, library),
          ...(acknowledged.length === 0 ? ['the disk was full before anything was taken in'] : []),
          ...worked('articles', listed),
          ...missing('an article', acknowledged, there),
        ],
      };
    });
    return result ?? { skipped: 'no small disk can be mounted here' };
  },
};

const denied: Trial = {
  name: 'another user of the machine',
  async run(folder) {
    if (!isRoot) return needsRoot;
    await chmod(folder, 0o755);
    const library = join(folder, 'Library');
    await fillLibrary({ folder, library }, 4);
    const told = await terminal(['articles', library], { as: nobody });
    const found = spawnSync('find', [library, '-readable'], { uid: nobody, gid: nobody, encoding: 'utf8' });
    const readable = found.stdout.split('\n').filter(Boolean);
    return {
      acknowledged: '4 articles of their owner',
      there: `${readable.length} files that others can read`,
      said: sentenceOf(told),
      findings: [
        ...toldPlainly(told, library),
        ...(told.out.includes('Report') ? ['it was given articles'] : []),
        ...(/denied|permission/iu.test(told.err) ? [] : [`it does not say that access is denied: ${told.err}`]),
        ...readable.map((path) => `readable by others: ${path}`),
      ],
    };
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
    const checked = await terminal(['check', library], as);
    const exported = await terminal(['export', library, '--format', 'bagit', '--out', join(out, 'bag')], as);
    const refused = await terminal(['import', library, join(folder, 'pages')], as);
    return {
      acknowledged: '4 articles',
      there: 'the same; searched, checked and handed over',
      said: sentenceOf(refused),
      findings: [
        ...worked('search', found),
        ...(found.out.includes('Report') ? [] : ['the search found nothing']),
        ...worked('check', checked),
        ...worked('export', exported),
        ...((await readdir(out)).includes('bag') ? [] : ['there is no package']),
        ...toldPlainly(refused, library),
      ],
    };
  },
};

const twoWriters: Trial = {
  name: 'two writers',
  async run(folder) {
    const library = join(folder, 'Library');
    const watched = join(folder, 'more');
    await fillLibrary({ folder, library }, 4);
    await writePages(watched, 10);
    const holder = spawn(
      process.execPath,
      [join(projectRoot, 'dist', 'main', 'cli', 'index.js'), 'watch', library, watched, '--json'],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const gone = new Promise<number | null>((resolve) => holder.once('exit', resolve));
    try {
      // Its first line says that it has the library.
      await new Promise<void>((resolve, reject) => {
        createInterface({ input: holder.stdout }).once('line', () => resolve());
        void gone.then((code) => reject(new Error(`the first writer ended with ${code}`)));
      });
      const second = await terminal(['import', library, join(folder, 'pages')]);
      const beside = await terminal(['search', library, 'quay']);
      holder.kill('SIGTERM');
      await gone;
      const after = await OpenedLibrary.with(library, async (opened) => ({
        articles: (await opened.articles()).length,
        unsound: await opened.unsound(),
      }));
      return {
        acknowledged: '4 articles, and what the first one takes in',
        there: `${after.articles} articles`,
        said: sentenceOf(second),
        findings: [
          ...toldPlainly(second, 'open for writing elsewhere'),
          ...worked('a reader beside it', beside),
          ...(after.articles < 4 ? [`${after.articles} articles are left of 4`] : []),
          ...after.unsound,
        ],
      };
    } finally {
      holder.kill('SIGTERM');
      await gone;
    }
  },
};

/** Faults of the machine: no room, no permission, no writing, somebody else who writes. */
export const machineFaults: readonly Trial[] = [fullDisk, denied, readOnly, twoWriters];
