import { EventRecord } from '../../contract/index.ts';
import type { PackageSource } from '../../formats/shared/package/package.ts';
import type { CoreContext } from '../context.ts';
import { eventsMember, readLines } from './members.ts';

const largestBatch = 500;

/** Adds the lines of a package's log; each says that it was told by the package, and not seen here. */
export async function restoreEvents(
  context: CoreContext,
  source: PackageSource,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  let batch: EventRecord[] = [];
  const write = async (): Promise<void> => {
    signal.throwIfAborted();
    await context.pool.writeBatch('restore.events', batch);
    batch = [];
  };
  for await (const { entry } of readLines(source, eventsMember, EventRecord)) {
    batch.push({ ...entry, agent: toldBy(entry.agent, name) });
    if (batch.length >= largestBatch) await write();
  }
  if (batch.length > 0) await write();
}

/** A line that went through several packages names the first. */
function toldBy(agent: string, name: string): string {
  return agent.includes(', told by the package ') ? agent : `${agent}, told by the package ${name}`;
}
