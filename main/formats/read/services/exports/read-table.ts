import { decodeText } from '../../../../reading/document/decode.ts';
import type { FormatReader } from '../../../format.ts';
import type { ToldByRows } from './table-reader.ts';
import { type Row, rowsOf } from './table-rows.ts';

/** How a program's table is read, by what its rows tell. */
export function readerOfRows({ program, mentions }: ToldByRows): Pick<FormatReader, 'read' | 'words'> {
  return {
    async *read({ bytes, signal }) {
      yield* mentions(untilAborted(rowsOf(bytes, program), signal));
    },
    words: (bytes) => decodeText(bytes).text,
  };
}

function* untilAborted(rows: Iterable<Row>, signal: AbortSignal): Generator<Row> {
  for (const row of rows) {
    signal.throwIfAborted();
    yield row;
  }
}
