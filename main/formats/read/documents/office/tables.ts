import type { Block, BlockPurpose, BlockRole, InlineText, TableBlock } from '../../../../contract/index.ts';
import { runsOf } from '../../../../contract/index.ts';
import type { BlockFlow } from './block-flow.ts';

export interface Row {
  /** Whether it is repeated on every page: it names the columns. */
  readonly header: boolean;
  readonly cells: readonly BlockFlow[];
}

/** More rows are a table of data, not of an article. */
const mostRows = 5000;
/** A cell with more paragraphs is a column of a layout. */
const mostParagraphs = 4;

/**
 * A table of data, or null for one that only lays out the page: a box around a text, a letterhead, columns. The
 * same marks as on web pages (main/formats/read/web/html/tables.ts), because word processors are used in the same way.
 */
export function tableOf(
  rows: readonly Row[],
  caption: InlineText | null,
  base: { readonly role: BlockRole; readonly purpose: BlockPurpose | null },
): TableBlock | null {
  const read: { header: boolean; cells: InlineText[] }[] = [];
  let length = 0;
  let longest = 0;
  for (const { header, cells } of rows) {
    if (cells.some(({ blocks }) => isLayout(blocks))) return null;
    const texts = cells.map(({ blocks }) => joined(blocks.flatMap((block) => runsOf(block).map((run) => run.content))));
    if (texts.every(({ text }) => text === '')) continue;
    if (read.length >= mostRows) return null;
    read.push({ header, cells: texts });
    for (const { text } of texts) {
      length += text.length;
      longest = Math.max(longest, text.length);
    }
  }
  const columns = Math.max(0, ...read.map(({ cells }) => cells.length));
  const isData = caption !== null || read.some(({ header }) => header);
  if (columns < 2 || (read.length < 2 && !isData)) return null;
  if (!isData && longest > 600 && longest > length / 3) return null;
  return { kind: 'table', ...base, caption, rows: read };
}

function isLayout(blocks: readonly Block[]): boolean {
  const runs = blocks.reduce((sum, block) => sum + runsOf(block).length, 0);
  return runs > mostParagraphs || blocks.some(({ kind }) => kind !== 'paragraph' && kind !== 'list' && kind !== 'rule');
}

/** Paragraphs of a cell as one run, a line each. */
function joined(contents: readonly InlineText[]): InlineText {
  let text = '';
  const marks: InlineText['marks'][number][] = [];
  for (const content of contents) {
    if (text !== '') text += '\n';
    for (const mark of content.marks)
      marks.push({ ...mark, start: mark.start + text.length, end: mark.end + text.length });
    text += content.text;
  }
  return { text, marks };
}
