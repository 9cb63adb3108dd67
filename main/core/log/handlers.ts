import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';
import { readLog } from './read-log.ts';

export function logHandlers(context: CoreContext): Pick<MethodHandlers, 'log.list'> {
  return {
    'log.list': async (page) => {
      await context.log.written();
      return readLog(context.libraryPath, page);
    },
  };
}
