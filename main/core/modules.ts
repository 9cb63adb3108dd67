import { annotationHandlers } from './annotations/handlers.ts';
import { articleHandlers } from './articles/handlers.ts';
import { awaitedHandlers } from './awaited/handlers.ts';
import type { BackupMethods } from './backups/handlers.ts';
import { setAsideHandlers } from './backups/remove-set-aside.ts';
import { codeHandlers } from './codes/handlers.ts';
import { collectionHandlers } from './collections/handlers.ts';
import { columnHandlers } from './columns/handlers.ts';
import { compareHandlers } from './compare/handlers.ts';
import type { CoreContext } from './context.ts';
import { duplicateHandlers } from './duplicates/handlers.ts';
import { exportJobs } from './export/handlers.ts';
import { exportHandlers } from './export/preview.ts';
import type { JobHandlers, MethodHandlers } from './handlers.ts';
import { healthHandlers, healthJobs } from './health/handlers.ts';
import { importHandlers, importJobs } from './import/handlers.ts';
import { jobMethods } from './jobs/handlers.ts';
import { logHandlers } from './log/handlers.ts';
import { pageHandlers } from './pages/handlers.ts';
import { peopleHandlers } from './people/handlers.ts';
import { revisionHandlers, revisionJobs } from './revisions/handlers.ts';
import { searchHandlers } from './search/handlers.ts';
import { settingsHandlers } from './settings/handlers.ts';
import { statementHandlers, statementJobs } from './statements/handlers.ts';
import { watchHandlers } from './watch/handlers.ts';

/** Methods that need an open library; which one is open is the core's own affair. */
type ModuleMethods = Omit<
  MethodHandlers,
  'library.state' | 'library.openReadOnly' | 'library.openAgain' | 'library.open' | keyof BackupMethods
>;

export interface ModuleHandlers {
  readonly methods: ModuleMethods;
  readonly jobs: JobHandlers;
}

/** Every module's answers for one open library. A method without a handler does not compile. */
export function moduleHandlers(context: CoreContext): ModuleHandlers {
  return {
    methods: {
      ...articleHandlers(context),
      ...revisionHandlers(context),
      ...compareHandlers(context),
      ...duplicateHandlers(context),
      ...pageHandlers(context),
      ...peopleHandlers(context),
      ...searchHandlers(context),
      ...statementHandlers(context),
      ...annotationHandlers(context),
      ...awaitedHandlers(context),
      ...codeHandlers(context),
      ...collectionHandlers(context),
      ...columnHandlers(context),
      ...jobMethods(context),
      ...importHandlers(context),
      ...exportHandlers(context),
      ...healthHandlers(context),
      ...setAsideHandlers(context),
      ...logHandlers(context),
      ...settingsHandlers(context),
      ...watchHandlers(context),
    },
    jobs: {
      ...importJobs(context),
      ...exportJobs(context),
      ...revisionJobs(context),
      ...statementJobs(context),
      ...healthJobs(context),
    },
  };
}
