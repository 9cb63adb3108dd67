import type { JobName, JobOutput } from '../../contract/index.ts';
import { checkedJobInput } from '../checked-input.ts';
import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';

type Names = 'jobs.list' | 'jobs.start' | 'jobs.attach' | 'jobs.cancel' | 'jobs.dismiss';

/** The jobs of the core, for whoever shows, starts or stops them. */
export function jobMethods(context: CoreContext): Pick<MethodHandlers, Names> {
  return {
    'jobs.list': async () => context.jobs.list(),
    'jobs.start': async ({ name, input }) => context.jobs.start(name, checkedJobInput(name, input)).id,
    // A job gives what its name says; which name that is, whoever attaches knows.
    'jobs.attach': ({ id }, { signal, progress = () => undefined }) =>
      context.jobs.attach(id, progress, signal) as Promise<JobOutput<JobName>>,
    'jobs.cancel': async ({ id }) => {
      context.jobs.cancel(id);
      return null;
    },
    'jobs.dismiss': async ({ id }) => {
      context.jobs.dismiss(id);
      return null;
    },
  };
}
