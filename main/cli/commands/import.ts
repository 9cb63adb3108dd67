import { type ColumnField, type ImportLine, type ImportSummary, VerbatimError } from '../../contract/index.ts';
import type { ClientCallOptions } from '../../rpc/client.ts';
import { givenPath } from '../given-path.ts';
import type { Output } from '../output.ts';
import { line } from '../printable.ts';
import { importRecord } from '../records.ts';
import type { ExitCode, Session } from '../session.ts';

export interface ImportOptions {
  readonly paths: readonly string[];
  readonly collection: string | null;
  readonly copyArchives: boolean;
  /** For each field the name of a table's column; null where none were named. */
  readonly columns: Readonly<Partial<Record<ColumnField, string>>> | null;
}

/** Takes files and folders in; a line for each as it is done, then the summary. */
export async function importCommand(session: Session, options: ImportOptions): Promise<ExitCode> {
  const { core, api } = session;
  const request = {
    grants: options.paths.map((path) => core.grants.issue(path, 'read')),
    collection: options.collection,
    copyArchives: options.copyArchives,
    columns: options.columns,
  };
  return followImport(session, options.paths, (how) => api.call('import.run', request, how));
}

/** Runs an import and prints its lines, each by the path that was typed for it, and the summary. */
export async function followImport(
  { api, output, signal }: Session,
  paths: readonly string[],
  run: (how: ClientCallOptions) => Promise<ImportSummary>,
): Promise<ExitCode> {
  let writing = Promise.resolve();
  const stop = api.on('import.lines', ({ lines }) => {
    for (const taken of lines) writing = writing.then(() => writeLine(output, taken, givenPath(taken.path, paths)));
  });
  let failure: VerbatimError | null = null;
  const asked = run({
    signal,
    onProgress: ({ items, current, secondsLeft }) =>
      output.progress(
        line`${items.done} of ${items.total}${secondsLeft === null ? '' : `, ${duration(secondsLeft)} left`}  ${current ?? ''}`,
      ),
  });
  const summary = await asked.catch(async (error: unknown) => {
    if (!(error instanceof VerbatimError) || error.details.import === undefined) throw error;
    failure = error;
    // What was done until the library failed is told as well.
    return (await api.call('imports.list', {})).find(({ id }) => id === error.details.import);
  });
  stop();
  await writing;
  if (summary === undefined) throw failure ?? new Error('the import has no report');
  await output.result({ summary: summaryRecord(summary) }, () => line`\n${summaryWords(summary)}`);
  if (failure !== null) throw failure;
  if (summary.cancelled) return 1;
  return summary.counts.refused + summary.counts.unmapped > 0 ? 2 : 0;
}

function summaryRecord({ id, started, ended, cancelled, counts, placed }: ImportSummary) {
  return { id, ...counts, cancelled, started, ended, placed };
}

/** One line of a report, as the terminal shows it. */
export async function writeLine(output: Output, taken: ImportLine, path: string): Promise<void> {
  await output.result(importRecord(taken, path), () => {
    const reason = taken.reason === null ? '' : line`\n            ${output.faint(taken.reason)}`;
    const title = taken.title === null ? '' : line`  ${output.faint(taken.title)}`;
    return line`${outcomeWords[taken.outcome].padEnd(12)}${path}${title}${reason}`;
  });
}

const outcomeWords: Readonly<Record<ImportLine['outcome'], string>> = {
  taken: 'taken',
  partial: 'in part',
  duplicate: 'known',
  mended: 'mended',
  revision: 'revision',
  mentioned: 'no content',
  unmapped: 'UNMAPPED',
  refused: 'REFUSED',
};

function summaryWords({ counts, placed, cancelled }: ImportSummary): string {
  const words = [
    `${counts.taken} taken`,
    `${counts.partial} in part`,
    `${counts.revision} new ${counts.revision === 1 ? 'revision' : 'revisions'}`,
    `${counts.duplicate} already there`,
    ...(counts.mended === 0 ? [] : [`${counts.mended} mended`]),
    `${counts.mentioned} without content here`,
    ...(counts.unmapped === 0 ? [] : [`${counts.unmapped} to be explained (--map)`]),
    `${counts.refused} refused`,
  ].join(', ');
  const marks = placed.exact + placed.moved + placed.changed + placed.lost;
  const again =
    marks === 0
      ? ''
      : ` Marks placed again: ${placed.exact} exact, ${placed.moved} moved, ${placed.changed} changed, ${placed.lost} lost.`;
  return `${cancelled ? 'Cancelled; what was done is kept: ' : ''}${words}.${again}`;
}

function duration(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
