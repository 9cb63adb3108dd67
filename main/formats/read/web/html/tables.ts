import type { InlineText } from '../../../../contract/index.ts';
import type { HtmlElement } from '../../../shared/html/tree.ts';
import type { BlockContext } from './block-context.ts';
import { type Draft, makeDraft } from './draft.ts';

const maximumRows = 5000;

/** A table of data as a draft; null for a table that only lays out the page. */
export function readTable(element: HtmlElement, context: BlockContext): Draft | null {
  const role = element.attributes.role;
  if (role === 'presentation' || role === 'none') return null;
  const rows: { header: boolean; cells: InlineText[] }[] = [];
  let caption: InlineText | null = null;
  let linked = 0;
  let length = 0;
  let longest = 0;
  for (const part of tableParts(element, context)) {
    if (part.name === 'caption') {
      caption = context.readRuns(part)[0]?.content ?? null;
      continue;
    }
    const cells: InlineText[] = [];
    let headers = 0;
    for (const cell of part.children) {
      if (cell.kind === 'text' || (cell.name !== 'td' && cell.name !== 'th') || context.isRemoved(cell)) continue;
      if (holdsLayout(cell)) return null;
      const runs = context.readRuns(cell);
      if (runs.length > 4) return null;
      const text = runs.map((run) => run.content.text).join('\n');
      for (const run of runs) linked += run.linked;
      length += text.length;
      longest = Math.max(longest, text.length);
      if (cell.name === 'th') headers += 1;
      cells.push(runs.length === 1 && runs[0] !== undefined ? runs[0].content : { text, marks: [] });
    }
    if (cells.some((cell) => cell.text !== '') && rows.length < maximumRows)
      rows.push({ header: headers === cells.length, cells });
  }
  if (rows.length === 0) return null;
  const columns = Math.max(...rows.map((row) => row.cells.length));
  const isData = caption !== null || rows.some((row) => row.header);
  if (columns < 2 || (rows.length < 2 && !isData)) return null;
  // One cell with most of a long text is the column that the article stands in.
  if (!isData && longest > 600 && longest > length / 3) return null;
  return makeDraft({ kind: 'table', caption, rows }, element, linked);
}

function* tableParts(table: HtmlElement, context: BlockContext): Generator<HtmlElement> {
  for (const child of table.children) {
    if (child.kind === 'text' || context.isRemoved(child)) continue;
    if (child.name === 'tr' || child.name === 'caption') yield child;
    else if (child.name === 'tbody' || child.name === 'thead' || child.name === 'tfoot')
      yield* tableParts(child, context);
  }
}

/** Headings, figures and tables stand in the cells of layouts, not of data. */
function holdsLayout(cell: HtmlElement): boolean {
  return cell.children.some(
    (child) =>
      child.kind === 'element' &&
      (/^(?:h[1-6]|table|figure|article|section|blockquote)$/u.test(child.name) ||
        (child.children.length > 0 && holdsLayout(child))),
  );
}
