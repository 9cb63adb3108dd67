import { once } from 'node:events';
import { line } from '../printable.ts';
import type { ExitCode, Session } from '../session.ts';
import { writeLine } from './import.ts';

export interface WatchOptions {
  readonly folder: string;
  readonly collection: string | null;
}

/** Watches a folder until Ctrl+C: each file that is complete is taken in, a line for each as it is done. */
export async function watchCommand({ core, api, output, signal }: Session, options: WatchOptions): Promise<ExitCode> {
  let writing = Promise.resolve();
  const stop = api.on('import.lines', ({ lines }) => {
    for (const taken of lines) writing = writing.then(() => writeLine(output, taken, taken.path));
  });
  await api.call('watch.add', { grant: core.grants.issue(options.folder, 'read'), collection: options.collection });
  output.remark(line`Watching ${options.folder}. Ctrl+C ends; the library goes on watching whenever it is open.`);
  if (!signal.aborted) await once(signal, 'abort');
  stop();
  await writing;
  return 0;
}
