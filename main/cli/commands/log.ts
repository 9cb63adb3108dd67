import { type LogLine, VerbatimError } from '../../contract/index.ts';
import { isLibrary, libraryFolder } from '../../core/library/session.ts';
import { readLog } from '../../core/log/read-log.ts';
import type { Output } from '../output.ts';
import { line, type Printable } from '../printable.ts';
import type { ExitCode } from '../session.ts';

/** Prints the log of a library, also of one that can't be opened. */
export async function logCommand(output: Output, library: string, limit: number): Promise<ExitCode> {
  const folder = libraryFolder(library);
  if (!(await isLibrary(folder))) throw new VerbatimError('library-missing', `There is no library in ${folder}.`);
  const { rows } = await readLog(folder, { offset: 0, limit });
  for (const row of [...rows].reverse()) await output.result(row, () => inWords(row, output));
  return 0;
}

function inWords({ time, kind, ...rest }: LogLine, output: Output): Printable {
  const details = Object.entries(rest).map(
    ([name, value]) => `${name} ${Array.isArray(value) ? value.join(', ') : value}`,
  );
  return line`${output.faint(time)}  ${kind}  ${details.join(' · ')}`;
}
