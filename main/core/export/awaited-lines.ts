import type { AwaitedRecord } from '../../contract/index.ts';
import type { ExportWork } from './work.ts';

const page = 500;

/** The awaited pages of a library, one JSON object a line; without the notes where those stay here. */
export async function* awaitedLines(work: ExportWork): AsyncIterable<string> {
  for (let after = 0; ; ) {
    work.signal.throwIfAborted();
    const rows = await work.context.pool.read('export.awaited', after, page);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ record }) => `${JSON.stringify(work.notes ? record : withoutNotes(record))}\n`).join('');
    after = last.rowid;
  }
}

/** Highlights and codes stay; a mark that was nothing but a note goes. */
function withoutNotes(record: AwaitedRecord): AwaitedRecord {
  return {
    ...record,
    marks: record.marks
      .filter(({ mark }) => mark.note === '' || mark.color !== null || mark.tags.length > 0)
      .map(({ id, mark }) => ({ id, mark: { ...mark, note: '' } })),
  };
}
