import type { Block } from '../../../../contract/index.ts';
import { looksLikeHeadline } from '../../../../reading/document/title.ts';
import { countWords } from '../../../../reading/document/word-count.ts';
import { foldSpaces } from './lines.ts';

/** Headings that typists set by standing alone, and the signs with which they end a text. */

const endMark = /^(?:[#*]{2,}|-+\s*(?:30|ends?|ende|fin)\s*-+|-30-|ends?|# # #|\+{3})$/iu;

/** "# # #", "ENDS", "-30-": what is set below a release or a story. */
export function isEndMark(text: string): boolean {
  return endMark.test(foldSpaces(text));
}

/** Words of prose; lists and quotations count as a paragraph of it. */
function proseWords(block: Block | undefined): number {
  if (block?.kind === 'list' || block?.kind === 'quotation') return 20;
  return block?.kind === 'paragraph' && block.role === 'body' ? countWords(block.content.text, 20) : 0;
}

/**
 * A short line without a full stop between paragraphs of prose is a heading. Lines in the run of other
 * short lines (addresses, verse) are not.
 */
export function findHeadings(blocks: readonly Block[]): Block[] {
  const first = blocks.findIndex((block) => block.role === 'body' && block.kind !== 'rule');
  return blocks.map((block, index): Block => {
    if (block.kind !== 'paragraph' || block.role !== 'body') return block;
    const text = foldSpaces(block.content.text);
    if (isEndMark(text)) return { ...block, role: 'furniture', purpose: 'other' };
    const isShouted = text === text.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(text);
    const before = proseWords(blocks[index - 1]);
    const isFirst = index === first;
    const leadsProse = proseWords(blocks[index + 1]) >= (isShouted ? 6 : 15);
    if (countWords(text, 13) > 12 || text.length > 90 || !leadsProse || (!isFirst && before < 12 && !isShouted))
      return block;
    if (!looksLikeHeadline(text) || /^["“„«'‘(]|^[—–-]/u.test(text)) return block;
    return { kind: 'heading', level: 2, role: 'body', purpose: null, content: block.content };
  });
}
