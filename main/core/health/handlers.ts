import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup, CheckLine, HealthState } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { correction, presentExtractors } from '../extract/extractor.ts';
import type { JobHandlers, MethodHandlers } from '../handlers.ts';
import { databaseName } from '../library/session.ts';
import { checkLibrary } from './check.ts';

const lastCheckKey = 'health.lastCheck';

export function healthHandlers(
  context: CoreContext,
): Pick<MethodHandlers, 'health.state' | 'health.lastCheck' | 'events.list'> {
  // Only `health.check` below writes this setting, in this very shape.
  const lastCheck = async () => (await context.pool.read('settings.get', lastCheckKey)) as HealthState['lastCheck'];
  return {
    'health.lastCheck': lastCheck,
    'health.state': async (_nothing, call) => ({
      originals: await context.pool.readWith(call, 'originals.count'),
      databaseBytes: (await stat(join(context.libraryPath, databaseName))).size,
      schemaVersion: await context.pool.read('health.schemaVersion'),
      lastCheck: await lastCheck(),
      backups: await listBackups(context.libraryPath),
      olderExtraction: await context.pool.readWith(call, 'extraction.countOlder', presentExtractors(), correction),
    }),
    'events.list': (page, call) => context.pool.readWith(call, 'events.list', page),
  };
}

export function healthJobs(context: CoreContext): Pick<JobHandlers, 'health.check' | 'health.backup'> {
  return {
    'health.check': async (_input, job) => {
      const lines: CheckLine[] = [];
      for await (const line of checkLibrary(context, job)) lines.push(line);
      const ok = lines.every((line) => line.ok);
      if (context.pool.writable) {
        await context.pool.write('settings.set', lastCheckKey, { at: new Date().toISOString(), ok, lines });
        const wrong = lines.filter((line) => !line.ok);
        await context.pool.write('events.record', {
          kind: 'check',
          agent: context.agent,
          subject: null,
          outcome: ok ? 'success' : 'failure',
          detail: ok
            ? `Everything is sound: ${lines.length} checks.`
            : wrong.map((line) => `${line.check}: ${line.detail}`).join(' '),
        });
        context.changes.tell({ subject: 'health' }, { subject: 'events' });
      }
      return { ok, lines };
    },
    'health.backup': async (_input, job) => {
      const folder = join(context.libraryPath, 'backups');
      await mkdir(folder, { recursive: true });
      const name = `by-hand-${new Date().toISOString().replaceAll(':', '')}.sqlite`;
      await context.pool.maintain({ signal: job.signal, onProgress: job.progress }, 'backup.copy', join(folder, name));
      const backup = await describeBackup(folder, name);
      if (context.pool.writable)
        await context.pool.write('events.record', {
          kind: 'backup',
          agent: context.agent,
          subject: null,
          outcome: 'success',
          detail: name,
        });
      context.changes.tell({ subject: 'health' }, { subject: 'events' });
      return backup;
    },
  };
}

async function listBackups(libraryPath: string): Promise<Backup[]> {
  const folder = join(libraryPath, 'backups');
  let names: string[];
  try {
    names = await readdir(folder);
  } catch {
    // No backup was made yet, so there is no folder.
    return [];
  }
  const backups = await Promise.all(
    names.filter((name) => name.endsWith('.sqlite')).map((name) => describeBackup(folder, name)),
  );
  return backups.sort((a, b) => (a.created < b.created ? 1 : -1));
}

async function describeBackup(folder: string, name: string): Promise<Backup> {
  const { size, mtime } = await stat(join(folder, name));
  return {
    name,
    created: mtime.toISOString(),
    bytes: size,
    reason: name.startsWith('before-migration') ? 'before a migration' : 'by hand',
  };
}
