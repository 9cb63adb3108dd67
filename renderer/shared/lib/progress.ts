import type { Progress } from '../../../main/contract/jobs.ts';

/**
 * How far a job is, 0 to 1, or null while that can't be said. Bytes are truer than items where they are
 * known: one enormous page among a thousand small ones is most of the work.
 */
export function fraction(progress: Progress): number | null {
  if (progress.phase === 'counting') return null;
  const { bytes, items } = progress;
  if (bytes.total > 0) return Math.min(1, bytes.done / bytes.total);
  return items.total > 0 ? Math.min(1, items.done / items.total) : null;
}
