import type { ParagraphForm, Picture, RunStyle } from '../office/block-flow.ts';
import type { Gone } from '../office/gone.ts';

export type PartKind = 'note' | 'comment' | 'header' | 'footer' | 'box';

/**
 * Where an RTF file's text goes, as it comes. `depth` is how many tables it stands in. Parts that stand beside the
 * text get a sink of their own.
 */
export interface RtfSink {
  words(words: string, style: RunStyle, gone: Gone | null, depth: number): void;
  lineBreak(depth: number): void;
  endParagraph(form: ParagraphForm, depth: number): void;
  endCell(form: ParagraphForm, depth: number): void;
  endRow(depth: number, isHeader: boolean): void;
  picture(picture: Picture, depth: number): void;
  /** Something that isn't shown and has no words. */
  log(gone: Gone, what: string): void;
  /** Opens a part beside the text, at this place; `close` ends it. */
  part(kind: PartKind, depth: number): RtfSink;
  /** `author`: of a comment, where the file says it. */
  close(author: string | null): void;
}
