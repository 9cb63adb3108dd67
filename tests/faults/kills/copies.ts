import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openPackage } from '../../../main/core/export/open-package.ts';
import { validateBag } from '../../../main/formats/write/bagit/validate-bag.ts';
import type { Examination, KillScenario, Round } from '../kill-scenario.ts';
import { type Findings, OpenedLibrary } from '../library.ts';
import { fillLibrary } from '../material.ts';

const count = 8;

/** A package is there whole, or not at all; nothing half written lies beside it after the next start. */
async function packagesAreWhole({ folder }: Round, wanted: readonly string[]): Promise<Examination> {
  const names = await readdir(join(folder, 'out'));
  const findings = wanted
    .filter((name) => !names.includes(name))
    .map((name) => `said to be written and not there: ${name}`);
  let whole = 0;
  for (const name of names) {
    const errors = name.endsWith('.partial') ? ['left half written'] : await errorsOf(join(folder, 'out', name));
    if (errors.length === 0) whole += 1;
    findings.push(...errors.map((error) => `${name}: ${error}`));
  }
  return { there: { 'whole packages': whole }, findings };
}
async function errorsOf(path: string): Promise<Findings> {
  const source = await openPackage(path);
  try {
    return (await validateBag(source, { signal: new AbortController().signal })).errors;
  } finally {
    await source.close();
  }
}

function exportAs(format: 'bagit' | 'bagit-zip', ending: string): KillScenario {
  // A package that was whole when the process was killed is not written over.
  const names = { first: `package${ending}`, second: `package-again${ending}` } as const;
  return {
    name: `export as ${format}`,
    async prepare(round) {
      await fillLibrary(round, count);
      await mkdir(join(round.folder, 'out'));
    },
    act: ({ folder }, start) => ['export', join(folder, 'out', names[start]), format],
    async examine(round, acknowledged) {
      const sound = await OpenedLibrary.reading(round.library, (opened) => opened.unsound());
      const { there, findings } = await packagesAreWhole(round, acknowledged.length > 0 ? [names.first] : []);
      return { there, findings: [...sound, ...findings] };
    },
    examineEnd: async (round) => (await packagesAreWhole(round, [names.second])).findings,
  };
}
export const exportOfABag = exportAs('bagit', '');
export const exportOfAZip = exportAs('bagit-zip', '.zip');

async function backupsAreWhole(library: string, acknowledged: readonly string[]): Promise<Examination> {
  const folder = join(library, 'backups');
  const names = existsSync(folder) ? await readdir(folder) : [];
  const findings: string[] = [];
  let whole = 0;
  for (const name of new Set([...names, ...acknowledged])) {
    if (!names.includes(name)) findings.push(`a backup was acknowledged and is not there: ${name}`);
    else if (!name.endsWith('.sqlite')) findings.push(`left in the backups: ${name}`);
    else {
      const found = wholeDatabase(join(folder, name));
      if (found.length === 0) whole += 1;
      findings.push(...found);
    }
  }
  return { there: { 'whole backups': whole }, findings };
}
function wholeDatabase(path: string): Findings {
  try {
    const db = new Database(path, { readonly: true });
    const state = db.pragma('integrity_check', { simple: true });
    const articles = db.prepare('SELECT count(*) FROM articles').pluck().get();
    db.close();
    return state === 'ok' && articles === count ? [] : [`${path}: ${String(state)}, ${String(articles)} articles`];
  } catch (error) {
    return [`${path}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

export const backup: KillScenario = {
  name: 'backup',
  prepare: (round) => fillLibrary(round, count),
  act: () => ['backup'],
  async examine({ library }, acknowledged) {
    const sound = await OpenedLibrary.reading(library, (opened) => opened.unsound());
    const { there, findings } = await backupsAreWhole(library, acknowledged);
    return { there, findings: [...sound, ...findings] };
  },
  examineEnd: async ({ library }) => (await backupsAreWhole(library, [])).findings,
};
