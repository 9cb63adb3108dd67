import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseName } from '../../../db/backups/set-aside.ts';
import { VerbatimError } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';
import { listBackups } from './list.ts';

/**
 * Removes what was set aside, one at a time and because a person asks for it: it may be the last copy of somebody's
 * work, so nothing removes it by itself. The library must be open for writing: beside one that doesn't open, what was
 * set aside may be what it is needed for.
 */
export function setAsideHandlers(context: CoreContext): Pick<MethodHandlers, 'backups.removeSetAside'> {
  const library = context.libraryPath;
  return {
    'backups.removeSetAside': async ({ name }) => {
      if (!context.pool.writable)
        throw new VerbatimError('library-read-only', 'This library is open for reading only; nothing was removed.');
      const found = (await listBackups(library)).find((one) => one.name === name && one.kind !== 'backup');
      if (found === undefined)
        throw new VerbatimError('not-found', `Nothing that was set aside is called “${name}”; nothing was removed.`, {
          name,
        });
      // Broken off, this leaves a log alone, which is listed; the database without its log would look whole.
      await rm(join(library, name, databaseName), { force: true });
      await rm(join(library, name), { recursive: true });
      await context.pool.write('events.record', {
        kind: 'backup',
        agent: context.agent,
        subject: null,
        outcome: 'success',
        detail: `${name} (${found.bytes} bytes, set aside on ${found.created}) was removed by hand.`,
      });
      context.changes.tell({ subject: 'health' }, { subject: 'events' });
      return { bytes: found.bytes };
    },
  };
}
