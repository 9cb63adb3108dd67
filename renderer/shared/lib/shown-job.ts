import { isUnderWay, type JobName, type JobSummary } from '../../../main/contract/jobs.ts';

/**
 * Which job of a kind a room shows, whoever started it: the one at work, else the first that waits, else the last that
 * ended and was not put away. `records` in the order they began.
 */
export function shownJob(records: readonly JobSummary[], name: JobName): JobSummary | null {
  const ofKind = records.filter((record) => record.name === name && !record.dismissed);
  return (
    ofKind.find(({ state }) => state === 'running') ??
    ofKind.find(({ state }) => state === 'waiting') ??
    ofKind.filter((record) => !isUnderWay(record)).reduce<JobSummary | null>(later, null)
  );
}

function later(one: JobSummary | null, other: JobSummary): JobSummary {
  return one !== null && (one.ended ?? '') > (other.ended ?? '') ? one : other;
}
