import { blockText } from './canonical-text.ts';
import type { Block, RemovalLogEntry } from './document.ts';

/** Words that an entry of a removal log keeps, in UTF-16 units. */
const longestText = 2000;

/** Words as an entry of a removal log has them: cut where they are too many, never inside a character. */
export function removalText(text: string): string {
  if (text.length <= longestText) return text;
  const end = /[\uD800-\uDBFF]/u.test(text.charAt(longestText - 1)) ? longestText - 1 : longestText;
  return text.slice(0, end);
}

/** What a block of a removal log says; of a picture its caption, else its description. */
export function leftOutWords(block: Block): string {
  return block.kind === 'figure' ? (block.caption?.text ?? block.alternative) : blockText(block);
}

/** The blocks that an entry of a removal log would put back; none where it can't be put back. */
export function leftOutBlocks(entry: RemovalLogEntry): readonly Block[] {
  const { place, text } = entry;
  if (place === undefined) return [];
  if (place.blocks !== null) return place.blocks;
  const lines = text.split('\n').map((line) => ({ text: line, marks: [] }));
  const [first] = lines;
  if (first === undefined) return [];
  const body = { role: 'body', purpose: null } as const;
  return lines.length === 1
    ? [{ kind: 'paragraph', ...body, content: first }]
    : [{ kind: 'list', ...body, ordered: false, items: lines.map((content) => ({ depth: 0, content })) }];
}
