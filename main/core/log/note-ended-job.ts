import type { JobSummary } from '../../contract/index.ts';
import type { LibraryLog } from './library-log.ts';

/** Notes what a job came to. Imports have lines of their own. */
export function noteEndedJob(
  log: LibraryLog,
  { name, state, began, ended, error, import: id, dismissed }: JobSummary,
): void {
  if (ended === null || dismissed || id !== null) return;
  log.note({
    kind: 'job-ended',
    job: name,
    state,
    code: error?.code ?? null,
    milliseconds: Date.parse(ended) - Date.parse(began),
  });
}
