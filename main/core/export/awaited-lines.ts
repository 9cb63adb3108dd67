import { jsonLine } from '../../formats/shared/json/json-line.ts';
import { awaitedInScope } from './scope.ts';
import type { ExportWork } from './work.ts';

const page = 500;

/** The awaited pages of a library, one JSON object a line; without the notes where those stay here. */
export async function* awaitedLines(work: ExportWork): AsyncIterable<string> {
  for (let after = 0; ; ) {
    work.signal.throwIfAborted();
    const rows = await work.context.pool.read('export.awaited', after, page);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ record }) => jsonLine(awaitedInScope(record, work.scope))).join('');
    after = last.rowid;
  }
}
