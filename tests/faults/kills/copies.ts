import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openPackage } from '../../../main/core/export/open-package.ts';
import { validateBag } from '../../../main/formats/bagit/validate-bag.ts';
import type { Examination, KillScenario, Round } from '../kill-scenario.ts';
import { type Findings, OpenedLibrary } from '../library.ts';
import { fillLibrary } from '../material.ts';

const count = 30;

/** A package is there whole, or not at all; nothing half written lies beside it after the next start. */
async function packageIsWholeOrAbsent({ folder }: Round, name: string, said: boolean): Promise<Examination> {
  const path = join(folder, 'out', name);
  const names = await readdir(join(folder, 'out'));
  const beside = names.filter((one) => one !== name).map((one) => `left beside the package: ${one}`);
  if (!existsSync(path)) {
    const lost = said ? ['the package was said to be written and is not there'] : [];
    return { there: { 'whole packages': 0 }, findings: [...beside, ...lost] };
  }
  const source = await openPackage(path);
  try {
    const { errors } = await validateBag(source, { signal: new AbortController().signal });
    return { there: { 'whole packages': errors.length === 0 ? 1 : 0 }, findings: [...beside, ...errors] };
  } finally {
    await source.close();
  }
}

function exportAs(format: 'bagit' | 'bagit-zip', name: string): KillScenario {
  return {
    name: `export as ${format}`,
    async prepare(round) {
      await fillLibrary(round, count);
      await mkdir(join(round.folder, 'out'));
    },
    act: ({ folder }) => ['export', join(folder, 'out', name), format],
    async examine(round, acknowledged) {
      const sound = await OpenedLibrary.with(round.library, (opened) => opened.unsound());
      const { there, findings } = await packageIsWholeOrAbsent(round, name, acknowledged.length > 0);
      return { there, findings: [...sound, ...findings] };
    },
    examineEnd: async (round) => (await packageIsWholeOrAbsent(round, name, true)).findings,
  };
}
export const exportOfABag = exportAs('bagit', 'package');
export const exportOfAZip = exportAs('bagit-zip', 'package.zip');

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
    const sound = await OpenedLibrary.with(library, (opened) => opened.unsound());
    const { there, findings } = await backupsAreWhole(library, acknowledged);
    return { there, findings: [...sound, ...findings] };
  },
  examineEnd: async ({ library }) => (await backupsAreWhole(library, [])).findings,
};
