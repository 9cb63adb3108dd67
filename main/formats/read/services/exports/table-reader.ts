import { decodeText } from '../../../../reading/document/decode.ts';
import type { FormatReader, MentionedArticle } from '../../../format.ts';
import { columnsOf, type Row, rowsOf } from './table-rows.ts';

/** A table in CSV that a program exports and whose rows tell of articles. */
export interface ExportedTable {
  /** Of the reader: short and stable. */
  readonly name: string;
  /** The program, as people know it. */
  readonly program: string;
  /** In lower case: a table is the program's where it has all of these, whatever others it has. */
  readonly columns: readonly string[];
  mentions(rows: Iterable<Row>): Iterable<MentionedArticle>;
}

/** The reader of such tables. */
export function tableReader({ name, program, columns, mentions }: ExportedTable): FormatReader {
  return {
    name,
    version: '1',
    mediaType: 'text/csv',
    sniff(head) {
      const there = new Set(columnsOf(head));
      return columns.every((column) => there.has(column)) ? 1 : 0;
    },
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
