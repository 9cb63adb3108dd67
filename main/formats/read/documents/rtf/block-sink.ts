import { BlockFlow, type ParagraphForm, type Picture, type RunStyle } from '../office/block-flow.ts';
import { commentBy, type Gone } from '../office/gone.ts';
import type { Row } from '../office/tables.ts';
import type { PartKind, RtfSink } from './sink.ts';

/** What an RTF file's text becomes. */
export interface RtfParts {
  readonly body: BlockFlow;
  readonly notes: BlockFlow[];
  readonly above: BlockFlow[];
  readonly below: BlockFlow[];
}

interface OpenTable {
  readonly rows: Row[];
  cells: BlockFlow[];
  cell: BlockFlow;
}

/** Deeper tables are made to be slow; what stands in them joins the deepest. */
const deepestTable = 8;
/** The words of boxes in so many boxes follow one another in the last: a box is copied into each that it stands in. */
const deepestBox = 32;

/** Makes blocks of the text. A table ends where text comes that stands in none. */
export class BlockSink implements RtfSink {
  readonly #flow: BlockFlow;
  readonly #parts: RtfParts;
  readonly #tables: OpenTable[] = [];
  readonly #closed: (author: string | null) => void;
  readonly #boxes: number;

  /** `boxes`: how many it stands in. */
  constructor(flow: BlockFlow, parts: RtfParts, boxes = 0, closed: (author: string | null) => void = () => {}) {
    this.#flow = flow;
    this.#parts = parts;
    this.#boxes = boxes;
    this.#closed = closed;
  }

  words(words: string, style: RunStyle, gone: Gone | null, depth: number): void {
    const flow = this.#at(depth);
    if (gone === null) flow.append(words, style);
    else flow.leaveOutWords(gone, words);
  }

  lineBreak(depth: number): void {
    this.#at(depth).lineBreak();
  }

  endParagraph(form: ParagraphForm, depth: number): void {
    this.#at(depth).endParagraph(form);
  }

  endCell(form: ParagraphForm, depth: number): void {
    this.#at(depth).endParagraph(form);
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    table.cells.push(table.cell);
    table.cell = new BlockFlow();
  }

  endRow(depth: number, isHeader: boolean): void {
    this.#at(depth);
    const table = this.#tables.at(-1);
    if (table !== undefined) endRowOf(table, isHeader);
  }

  picture(picture: Picture, depth: number): void {
    this.#at(depth).picture(picture);
  }

  log(gone: Gone, what: string): void {
    this.#flow.log(gone, what);
  }

  part(kind: PartKind, depth: number): RtfSink {
    const around = this.#at(depth);
    if (kind === 'box' && this.#boxes >= deepestBox) {
      around.endParagraph({ kind: 'paragraph' });
      return new BlockSink(around, this.#parts, this.#boxes);
    }
    const { notes, above, below } = this.#parts;
    const flow = new BlockFlow(kind === 'header' || kind === 'footer' ? 'other' : null);
    // A note in a note comes after it.
    if (kind === 'note') notes.push(flow);
    return new BlockSink(flow, this.#parts, kind === 'box' ? this.#boxes + 1 : 0, (author) => {
      if (kind === 'header') above.push(flow);
      else if (kind === 'footer') below.push(flow);
      else if (kind === 'box') around.attach(flow);
      else if (kind === 'comment') around.leaveOut(commentBy(author), flow);
    });
  }

  close(author: string | null): void {
    this.#at(0);
    this.#flow.finish();
    this.#closed(author);
  }

  /** The flow that text goes to that stands in so many tables. */
  #at(depth: number): BlockFlow {
    const wanted = Math.min(depth, deepestTable);
    while (this.#tables.length > wanted) this.#closeTable();
    while (this.#tables.length < wanted) this.#tables.push({ rows: [], cells: [], cell: new BlockFlow() });
    return this.#tables.at(-1)?.cell ?? this.#flow;
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    endRowOf(table, false);
    const around = this.#tables.at(-1)?.cell ?? this.#flow;
    if (table.rows.length > 0) around.table(table.rows);
  }
}

/** What stands in a cell that nothing ended is its last one. */
function endRowOf(table: OpenTable, header: boolean): void {
  table.cell.finish();
  if (table.cell.blocks.length > 0) table.cells.push(table.cell);
  if (table.cells.length > 0) table.rows.push({ header, cells: table.cells });
  table.cells = [];
  table.cell = new BlockFlow();
}
