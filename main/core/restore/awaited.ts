import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { safeParse } from 'valibot';
import type { ToldPage } from '../../../db/queries/awaited.ts';
import { AwaitedRecord } from '../../contract/index.ts';
import type { PackageSource } from '../../formats/package/package.ts';
import type { CoreContext } from '../context.ts';

const path = 'data/awaited.jsonl';
const largestBatch = 200;

/** Takes the awaited pages of a package over; those whose articles are here get what was kept for them. */
export async function restoreAwaited(context: CoreContext, source: PackageSource, signal: AbortSignal): Promise<void> {
  if (!source.has(path)) return;
  let batch: ToldPage[] = [];
  const write = async (): Promise<void> => {
    await context.pool.writeBatch('awaited.tell', batch);
    batch = [];
  };
  for await (const line of createInterface({ input: Readable.from(source.stream(path)) })) {
    if (line.trim() === '') continue;
    const read = safeParse(AwaitedRecord, JSON.parse(line));
    if (!read.success) continue;
    const { files, ...record } = read.output;
    // Told once by each file, so that each is named; what it tells is the same.
    for (const file of files.length === 0 ? [''] : files) batch.push({ ...record, file });
    if (batch.length < largestBatch) continue;
    signal.throwIfAborted();
    await write();
  }
  if (batch.length > 0) await write();
  context.changes.gather({ subject: 'awaited', ids: null });
}
