import { isUnderWay, type JobName, type JobRecord } from '../../../main/contract/jobs.ts';

/**
 * Which job of a kind a room shows, whoever started it: the one at work, else the first that waits, else the last that
 * ended and was not put away. `records` in the order they began.
 */
export function shownJob(records: readonly JobRecord[], name: JobName): JobRecord | null {
  const ofKind = records.filter((record) => record.name === name && !record.dismissed);
  return (
    ofKind.find(({ state }) => state === 'running') ??
    ofKind.find(({ state }) => state === 'waiting') ??
    ofKind.filter((record) => !isUnderWay(record)).reduce<JobRecord | null>(later, null)
  );
}

function later(one: JobRecord | null, other: JobRecord): JobRecord {
  return one !== null && (one.ended ?? '') > (other.ended ?? '') ? one : other;
}
