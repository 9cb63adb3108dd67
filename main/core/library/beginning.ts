import { toErrorData } from '../../contract/index.ts';
import { renewOlderAddresses } from '../articles/renew-addresses.ts';
import { resolveAwaited } from '../awaited/resolve.ts';
import type { CoreContext } from '../context.ts';
import { clearUnfinishedBackups } from '../health/unfinished-backups.ts';
import { settle } from '../revisions/settle.ts';
import { keepPrivate } from './keep-private.ts';
import { oneByOne, tellFailure } from './one-by-one.ts';

/**
 * What a library needs before anybody may look at it, as a killed process or an older program left it. Throws where
 * what it would show could be untrue: an import that says it runs, addresses by which a capture would not find its
 * article. What concerns one article or only tidies up is told and doesn't keep the library shut.
 */
export async function prepareLibrary(context: CoreContext, notice: (sentence: string) => void): Promise<void> {
  const { pool, originals } = context;
  await pool.write('imports.interruptAbandoned');
  await renewOlderAddresses(context);
  const unplaced = await oneByOne(context, {
    items: await pool.read('takeIn.unsettled'),
    kind: 'revision',
    failed: 'The marks of an earlier revision are not yet placed in the newest one of',
    nameOf: ({ article }) => `article ${article}`,
    work: async (unsettled) => {
      await settle(context, unsettled);
    },
  });
  if (unplaced !== null) notice(unplaced);
  await told(context, notice, 'Others on this machine may be able to read this library', async () => {
    const changed = await keepPrivate(context.libraryPath);
    if (changed.length > 0)
      await pool.write('events.record', {
        kind: 'library',
        agent: context.agent,
        subject: null,
        outcome: 'success',
        detail: `Others on this machine could read ${changed.join(', ')}; since now only its owner can.`,
      });
  });
  await told(context, notice, 'Half-written originals of an earlier run could not be removed', () =>
    originals.clearUnfinished(),
  );
  await told(context, notice, 'Half-written backups of an earlier run could not be removed', () =>
    clearUnfinishedBackups(context.libraryPath),
  );
  await told(context, notice, 'Pages that are awaited no longer could not be forgotten', async () => {
    await pool.write('awaited.forgetDismissed');
  });
}

/** What goes on behind an open library: what was waiting for articles that are there, and the watched folders. */
export async function catchUp(
  context: CoreContext,
  notice: (sentence: string) => void,
  signal: AbortSignal,
): Promise<void> {
  await told(context, notice, 'What was waiting for articles could not be given to them', async () => {
    await resolveAwaited(context, 'all', { notice, signal });
  });
  if (signal.aborted) return;
  await told(context, notice, 'Folders could not be watched', () => context.watch.refresh());
}

/** Does one part; a failure is kept in the event log and told, unless the library is being closed. */
async function told(
  context: CoreContext,
  notice: (sentence: string) => void,
  failed: string,
  part: () => Promise<void>,
): Promise<void> {
  try {
    await part();
  } catch (error) {
    const { code, message } = toErrorData(error);
    if (code === 'cancelled' || code === 'no-library') return;
    const sentence = `${failed}: ${message}`;
    notice(sentence);
    await tellFailure(context, 'library', sentence);
  }
}
