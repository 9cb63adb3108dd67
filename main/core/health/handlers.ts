import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { toldOfRotation } from '../../../db/backups/rotation.ts';
import { databaseName } from '../../../db/backups/set-aside.ts';
import { ownFolder } from '../../../db/private-files.ts';
import { type CheckLine, type HealthState, VerbatimError } from '../../contract/index.ts';
import { backupsFolder, describeBackup, listBackups } from '../backups/list.ts';
import type { CoreContext } from '../context.ts';
import { correction, presentExtractors } from '../extract/extractor.ts';
import type { JobHandlers, MethodHandlers } from '../handlers.ts';
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
      if (context.pool.writable) lines.push(...(await keepReport(context, { ok, lines })));
      return { ok: lines.every((line) => line.ok), lines };
    },
    'health.backup': async (_input, job) => {
      const folder = join(context.libraryPath, backupsFolder);
      await mkdir(folder, { recursive: true, mode: ownFolder });
      const name = `by-hand-${new Date().toISOString().replaceAll(':', '')}.sqlite`;
      const rotated = await context.pool.maintain(
        { signal: job.signal, onProgress: job.progress },
        'backup.copy',
        join(folder, name),
      );
      const backup = await describeBackup(context.libraryPath, name);
      if (context.pool.writable)
        await context.pool.write('events.record', {
          kind: 'backup',
          agent: context.agent,
          subject: null,
          outcome: 'success',
          detail: `${name}${toldOfRotation(rotated)}`,
        });
      context.changes.tell({ subject: 'health' }, { subject: 'events' });
      return backup;
    },
  };
}

/** Keeps what a check found. A database that is too damaged for that is one more finding, and the report is still given. */
async function keepReport(
  context: CoreContext,
  { ok, lines }: { readonly ok: boolean; readonly lines: readonly CheckLine[] },
): Promise<CheckLine[]> {
  const wrong = lines.filter((line) => !line.ok);
  try {
    await context.pool.write('settings.set', lastCheckKey, { at: new Date().toISOString(), ok, lines });
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
    return [];
  } catch (error) {
    if (!(error instanceof VerbatimError) || error.code !== 'library-damaged') throw error;
    return [{ check: 'report', ok: false, detail: `This report could not be kept: ${error.message}` }];
  }
}
