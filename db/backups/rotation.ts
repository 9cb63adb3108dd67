import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keptBackups } from '../../main/contract/health.ts';

/** Why a backup was made, which its name tells: one that has another name was given it by a person, and is theirs. */
export type BackupKind = keyof typeof keptBackups;

const names: Readonly<Record<BackupKind, RegExp>> = {
  'by hand': /^by-hand-(\d{4}-\d\d-\d\dT[\d.]+Z)\.sqlite$/u,
  'before a migration': /^before-migration-from-\d+-(\d{4}-\d\d-\d\dT[\d.]+Z)\.sqlite$/u,
};

/** What was done to older backups after a new one. */
export interface Rotated {
  readonly removed: readonly string[];
  /** Could not be removed, with the system's reason. */
  readonly left: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * Removes the oldest backups of a kind, so that no more than its number are kept. For after a new one is whole and on the
 * disk. One that can't be removed is told and stays: the new one is as good for that.
 */
export function rotateBackups(folder: string, kind: BackupKind): Rotated {
  const removed: string[] = [];
  const left: { name: string; reason: string }[] = [];
  for (const name of backupsOf(folder, kind).slice(keptBackups[kind])) {
    try {
      rmSync(join(folder, name));
      removed.push(name);
    } catch (error) {
      left.push({ name, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { removed, left };
}

/** A sentence for the log behind a backup's name, or nothing. */
export function toldOfRotation({ removed, left }: Rotated): string {
  const parts = [
    ...(removed.length === 0 ? [] : [`older ones removed: ${removed.join(', ')}`]),
    ...left.map(({ name, reason }) => `${name} could not be removed (${reason})`),
  ];
  return parts.length === 0 ? '' : `; ${parts.join('; ')}`;
}

/** The newest first, by the moment in their names: a copy from elsewhere has the date of its copying. */
function backupsOf(folder: string, kind: BackupKind): string[] {
  const made = (name: string): string => names[kind].exec(name)?.[1] ?? '';
  return readdirSync(folder)
    .filter((name) => names[kind].test(name))
    .sort((one, other) => (made(one) < made(other) ? 1 : -1));
}
