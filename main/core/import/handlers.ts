import type { CoreContext } from '../context.ts';
import type { JobHandlers, MethodHandlers } from '../handlers.ts';
import { samplePaths } from '../sample/index.ts';
import { runImport } from './import-job.ts';

/** The collection that the sample articles stand in. */
const sampleCollection = 'Sample collection';

export function importHandlers(context: CoreContext): Pick<MethodHandlers, 'imports.list' | 'imports.lines'> {
  return {
    'imports.list': () => context.pool.read('imports.list'),
    'imports.lines': ({ id, outcome, offset, limit }) =>
      context.pool.read('imports.lines', { id, outcome: outcome ?? null, offset, limit }),
  };
}

export function importJobs(context: CoreContext): Pick<JobHandlers, 'import.run' | 'import.sample'> {
  return {
    'import.run': ({ grants, collection, copyArchives }, job) =>
      runImport(
        context,
        grants.map((grant) => context.grants.resolve(grant, 'read')),
        { collection, copyArchives: copyArchives || grants.some((grant) => context.grants.isTemporary(grant)) },
        job,
      ),
    'import.sample': (_input, job) =>
      runImport(context, samplePaths(), { collection: sampleCollection, copyArchives: false }, job),
  };
}
