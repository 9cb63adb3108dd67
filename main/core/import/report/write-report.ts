import { basename } from 'node:path';
import { type CheckedJobInput, type ReportFile, shownName } from '../../../contract/index.ts';
import { openFileSink } from '../../../formats/shared/package/file-sink.ts';
import { type CsvValue, csvHead, csvLine } from '../../../formats/write/csv/csv.ts';
import type { CoreContext } from '../../context.ts';
import { unfinished } from '../../export/target.ts';
import type { JobControl } from '../../handlers.ts';

const page = 500;
const columns = ['outcome', 'path', 'title', 'reason', 'bytes', 'article', 'revision'] as const;

/** A report names other people's files and titles: none of them breaks its line or turns it around. */
function plain(value: CsvValue): CsvValue {
  return typeof value === 'string' ? shownName(value) : value;
}

/** Writes the lines of a report as CSV, at a granted place or to be fetched. Read page by page: a report may have a million lines. */
export async function writeReport(
  context: CoreContext,
  { id, outcome, words, target }: CheckedJobInput<'import.report'>,
  job: JobControl,
): Promise<ReportFile> {
  const name = `import-report-${id.slice(0, 13)}.csv`;
  const path = target === null ? await context.downloads.place(name) : context.grants.resolve(target, 'write');
  const sink = await openFileSink(path, unfinished(path));
  let lines = 0;
  async function* content(): AsyncIterable<Uint8Array> {
    yield Buffer.from(csvHead(columns));
    for (;;) {
      job.signal.throwIfAborted();
      const query = { id, outcome: outcome ?? null, words: words ?? null, offset: lines, limit: page };
      const { rows, total } = await context.pool.readWith({ signal: job.signal }, 'imports.lines', query);
      if (rows.length === 0) return;
      lines += rows.length;
      yield Buffer.from(rows.map((row) => csvLine(columns.map((column) => plain(row[column])))).join(''));
      job.progress({
        phase: 'working',
        items: { done: lines, total },
        bytes: { done: 0, total: 0 },
        secondsLeft: null,
        current: null,
      });
    }
  }
  try {
    await sink.add(basename(path), content(), null);
    await sink.seal();
    await sink.publish();
  } catch (error) {
    await sink.abort();
    throw error;
  }
  return {
    lines,
    download: target === null ? context.downloads.register(path, name) : null,
    written: target === null ? null : path,
  };
}
