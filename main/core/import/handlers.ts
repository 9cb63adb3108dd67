import type { ImportOrder } from '../../../db/queries/imports.ts';
import { type CheckedInput, type GrantId, VerbatimError } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { JobHandlers, MethodHandlers } from '../handlers.ts';
import { samplePaths } from '../sample/index.ts';
import { beginImport, runImport } from './import-job.ts';

/** The collection that the sample articles stand in. */
const sampleCollection = 'Sample collection';

type ImportMethods = Pick<
  MethodHandlers,
  'imports.list' | 'imports.lines' | 'imports.begin' | 'imports.pause' | 'imports.giveUp' | 'imports.files'
>;

export function importHandlers(context: CoreContext): ImportMethods {
  return {
    'imports.list': (_nothing, call) => context.pool.readWith(call, 'imports.list'),
    'imports.lines': ({ id, outcome, words, offset, limit }, call) =>
      context.pool.readWith(call, 'imports.lines', {
        id,
        outcome: outcome ?? null,
        words: words ?? null,
        offset,
        limit,
      }),
    'imports.begin': (request) => beginImport(context, orderOf(context, request)),
    'imports.pause': async ({ id }) => {
      const job = context.jobs.ofImport(id);
      if (job === null) throw new VerbatimError('conflict', 'This import does not run, so it cannot be paused.');
      job.pause();
      return null;
    },
    'imports.giveUp': async ({ id }) => {
      const job = context.jobs.ofImport(id);
      if (job?.isWaiting === true) {
        job.stop(new DOMException('Given up.', 'AbortError'));
        await job.over;
        return null;
      }
      if (job !== null) throw new VerbatimError('conflict', 'This import is running. Cancel it, or pause it first.');
      const none = { exact: 0, moved: 0, changed: 0, lost: 0 };
      await context.pool.write('imports.end', id, { state: 'cancelled', placed: none }, context.agent);
      context.changes.tell({ subject: 'imports', ids: [id] }, { subject: 'events' });
      return null;
    },
    'imports.files': async ({ id, lines }) => {
      const grants: GrantId[] = [];
      for (const path of await context.pool.read('imports.lineSources', id, lines))
        grants.push(context.grants.issue(path, 'read'));
      return grants;
    },
  };
}

type ImportJobs = Pick<JobHandlers, 'import.run' | 'import.resume' | 'import.report' | 'import.sample'>;

export function importJobs(context: CoreContext): ImportJobs {
  return {
    'import.run': async (request, job) =>
      runImport(context, await beginImport(context, orderOf(context, request)), job),
    'import.resume': ({ id }, job) => runImport(context, id, job),
    'import.report': async (request, job) => {
      const { writeReport } = await import('./report/write-report.ts');
      return writeReport(context, request, job);
    },
    'import.sample': async (_input, job) => {
      const order = { roots: samplePaths(), collection: sampleCollection, copyArchives: false, columns: null };
      return runImport(context, await beginImport(context, order), job);
    },
  };
}

function orderOf(
  context: CoreContext,
  { grants, collection, copyArchives, columns }: CheckedInput<'imports.begin'>,
): ImportOrder {
  return {
    roots: grants.map((grant) => context.grants.resolve(grant, 'read')),
    collection,
    columns,
    copyArchives: copyArchives || grants.some((grant) => context.grants.isTemporary(grant)),
  };
}
