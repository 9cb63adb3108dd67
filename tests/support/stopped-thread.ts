import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { Replacement } from '../../db/backups/restore.ts';

/** One replacing of a database, and at which of its steps on the disk it is stopped. */
export interface StoppedRun {
  readonly library: string;
  readonly replacement: Replacement;
  readonly stopAt: number;
  /** `killed`: from that step on nothing more reaches the disk, as of a process that is gone. `failed`: this one step fails. */
  readonly how: 'killed' | 'failed';
}
export interface StoppedRunEnd {
  /** What was thrown, or null for a run that came to its end. */
  readonly error: string | null;
}

let run: StoppedRun | null = null;
let steps = 0;
function step<Call extends (...args: never[]) => unknown>(call: Call): Call {
  return ((...args: Parameters<Call>) => {
    steps += 1;
    const stops = run !== null && (run.how === 'killed' ? steps >= run.stopAt : steps === run.stopAt);
    if (stops) throw Object.assign(new Error('the disk failed'), { code: 'EIO' });
    return call(...args);
  }) as Call;
}
const onDisk = [
  'mkdirSync',
  'copyFileSync',
  'chmodSync',
  'writeFileSync',
  'renameSync',
  'fsyncSync',
  'rmSync',
  'rmdirSync',
] as const;
for (const name of onDisk) Object.assign(fs, { [name]: step(fs[name] as (...args: never[]) => unknown) });
syncBuiltinESMExports();

const { placeReplacement, prepareReplacement } = await import('../../db/backups/restore.ts');
parentPort?.on('message', (asked: StoppedRun) => {
  run = asked;
  steps = 0;
  let error: string | null = null;
  try {
    const note = prepareReplacement(asked.library, asked.replacement, 'Verbatim test');
    placeReplacement(asked.library, note, 'Verbatim test');
  } catch (thrown) {
    error = thrown instanceof Error ? thrown.message : String(thrown);
  }
  run = null;
  parentPort?.postMessage({ error } satisfies StoppedRunEnd);
});
