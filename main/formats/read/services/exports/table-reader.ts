import type { FormatReader, MentionedArticle } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { columnsOf } from './table-columns.ts';
import type { Row } from './table-rows.ts';

/** A table in CSV that a program exports and whose rows tell of articles. */
export interface ExportedTable {
  /** Of the reader: short and stable. */
  readonly name: string;
  /** In lower case: a table is the program's where it has all of these, whatever others it has. */
  readonly columns: readonly string[];
  /** What its rows tell, loaded when such a table is read. */
  rows(): Promise<ToldByRows>;
}

export interface ToldByRows {
  /** The program, as people know it. */
  readonly program: string;
  mentions(rows: Iterable<Row>): Iterable<MentionedArticle>;
}

/** The reader of such tables. */
export function tableReader({ name, columns, rows }: ExportedTable): FormatReader {
  return {
    name,
    version: '1',
    mediaType: 'text/csv',
    sniff(head) {
      const there = new Set(columnsOf(head));
      return columns.every((column) => there.has(column)) ? 1 : 0;
    },
    ...loadedWhenUsed(async () => {
      const { readerOfRows } = await import('./read-table.ts');
      return readerOfRows(await rows());
    }),
  };
}
