import type { TableBlock } from '../../../../../contract/index.ts';
import { blockText } from '../../../../../contract/index.ts';
import type { ReadPage, ReadPages } from '../pages.ts';
import { BlockMaker, linkedShare } from './blocks.ts';
import type { Draft } from './draft.ts';
import { Flow } from './flow.ts';
import { gather } from './gather.ts';
import { LineJoiner } from './joining.ts';
import type { Line } from './lines.ts';
import { measureSetting } from './measure.ts';
import { paragraphsOf } from './paragraphs.ts';
import { findRunningHeads, markedLines, type RunningLine } from './running-heads.ts';
import { type FoundTable, tablesIn } from './tables.ts';

/** A document's blocks in reading order, before it is decided what of them is the article's. */
export interface Layout {
  readonly drafts: readonly Draft[];
  readonly running: readonly RunningLine[];
  /** Words that were broken at a line's end and made whole. */
  readonly mended: readonly string[];
  /** Raised signs that pointed to footnotes and were taken out of their sentences. */
  readonly noteMarks: readonly string[];
  /** The structure that the document itself gives was followed. */
  readonly tagged: boolean;
}

export function layOut(read: ReadPages): Layout {
  const texts = read.pages.map(({ text }) => text);
  const running = findRunningHeads(texts);
  const tagged = isTagged(read.pages);
  const flow = new Flow();
  const lines = texts.flatMap((page) => {
    const pieces = page.pieces.filter((piece) => !running.pieces.has(piece) && piece.content?.kind !== 'artifact');
    return tagged
      ? flow.byTags(page, pieces)
      : flow.byLayout(
          page,
          pieces.map((piece) => ({ ...piece, content: null })),
        );
  });
  const joiner = new LineJoiner(lines, read.softEnds);
  const setting = measureSetting(lines);
  const tables = tablesIn(lines, joiner);
  const inTable = new Set(tables.flatMap(({ from, to }) => lines.slice(from, to)));
  const paragraphs = paragraphsOf(
    lines.filter((line) => !inTable.has(line)),
    setting,
  );
  const maker = new BlockMaker(paragraphs, joiner, setting);
  const drafts: Draft[] = [];
  const waiting = [...tables];
  const places = new Map(lines.map((line, index) => [line, index]));
  for (const paragraph of paragraphs) {
    const [first] = paragraph.lines;
    const place = first === undefined ? 0 : (places.get(first) ?? 0);
    for (let table = waiting[0]; table !== undefined && table.from < place; table = waiting[0]) {
      drafts.push(tableDraft(table, lines));
      waiting.shift();
    }
    drafts.push(maker.make(paragraph, drafts.at(-1) ?? null));
  }
  drafts.push(...waiting.map((table) => tableDraft(table, lines)));
  return {
    drafts: gather(drafts).map(setSigns),
    running: [...running.lines, ...markedLines(texts, running.pieces)],
    mended: joiner.mended,
    noteMarks: lines.flatMap(({ noteMarks }) => noteMarks),
    tagged,
  };
}

/** "# # #", a row of stars: a sign of the typesetter's and no words. */
function setSigns(draft: Draft): Draft {
  if (/[\p{L}\p{N}]/u.test(blockText(draft.block))) return draft;
  return { ...draft, block: { ...draft.block, role: 'furniture', purpose: 'other' } };
}

/** Share of the letters that must stand in tagged elements for the tags to be followed. */
const taggedShare = 0.85;

function isTagged(pages: readonly ReadPage[]): boolean {
  let letters = 0;
  let named = 0;
  let paragraphs = 0;
  let brokenOff = 0;
  let block: number | null = null;
  for (const { text } of pages)
    for (const { text: words, content } of text.pieces) {
      if (content?.kind === 'artifact') continue;
      letters += words.length;
      if (content?.kind !== 'element') continue;
      named += words.length;
      if (content.element.kind !== 'paragraph' || content.element.block === block) continue;
      block = content.element.block;
      paragraphs += 1;
      if (/^\p{Ll}/u.test(words.trim())) brokenOff += 1;
    }
  // Some programs tag every line as a paragraph of its own: then half of them begin with a small letter.
  return letters > 0 && named >= letters * taggedShare && brokenOff <= Math.max(3, paragraphs * 0.3);
}

function tableDraft(table: FoundTable, lines: readonly Line[]): Draft {
  const first = lines[table.from];
  const page = first?.page ?? 1;
  const block: TableBlock = { kind: 'table', role: 'body', purpose: null, page, caption: null, rows: table.rows };
  const cells = table.rows.flatMap((row) => row.cells);
  return {
    block,
    page,
    size: first?.size ?? 0,
    linked: cells.reduce((sum, cell) => sum + linkedShare(cell), 0) / Math.max(1, cells.length),
    sections: first?.element?.sections ?? new Set(),
    loose: false,
    order: first?.order ?? -1,
    lines: table.to - table.from,
    item: null,
  };
}
