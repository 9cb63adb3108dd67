import type { ToldPage } from '../../../db/queries/awaited.ts';
import { AwaitedRecord } from '../../contract/index.ts';
import type { PackageSource } from '../../formats/shared/package/package.ts';
import type { CoreContext } from '../context.ts';
import { awaitedMember, readLines } from './members.ts';

const largestBatch = 200;

/** Takes the awaited pages of a package over; those whose articles are here get what was kept for them. */
export async function restoreAwaited(context: CoreContext, source: PackageSource, signal: AbortSignal): Promise<void> {
  if (!source.has(awaitedMember)) return;
  let batch: ToldPage[] = [];
  const write = async (): Promise<void> => {
    await context.pool.writeBatch('awaited.tell', batch);
    batch = [];
  };
  for await (const { entry } of readLines(source, awaitedMember, AwaitedRecord)) {
    const { files, ...record } = entry;
    // Told once by each file, so that each is named; what it tells is the same.
    for (const file of files.length === 0 ? [''] : files) batch.push({ ...record, file });
    if (batch.length < largestBatch) continue;
    signal.throwIfAborted();
    await write();
  }
  if (batch.length > 0) await write();
  context.changes.gather({ subject: 'awaited', ids: null });
}
