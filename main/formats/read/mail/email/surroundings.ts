import { type Block, type BlockPurpose, blockText } from '../../../../contract/index.ts';
import { looksLikeName } from '../../../../reading/document/byline.ts';
import { countWords } from '../../../../reading/document/word-count.ts';
import { isEndMark } from '../../documents/text/headings.ts';

/** What newsletters set above and below their words: buttons, logos, the sender's address. */

/** A block of so many words is what the letter says. */
const shortestProse = 14;
/** Smaller pictures above the text are faces and logos. */
const smallestPicture = 80;

function isProse(block: Block): boolean {
  if (block.role === 'furniture') return false;
  if (block.kind === 'quotation' || block.kind === 'table' || block.kind === 'list') return true;
  return block.kind === 'paragraph' && countWords(blockText(block), shortestProse) >= shortestProse;
}

/** Gives what stands around a letter's words its role. `names` are the senders'. */
export function markSurroundings(blocks: readonly Block[], names: readonly string[]): Block[] {
  const first = blocks.findIndex(isProse);
  const last = blocks.findLastIndex(isProse);
  if (first < 0) return [...blocks];
  const foot = blocks.findIndex(
    (block, index) =>
      index > last && block.role === 'furniture' && /^(?:subscription|navigation|other)$/u.test(block.purpose ?? ''),
  );
  return blocks.map((block, index): Block => {
    if (block.role === 'furniture') return block;
    const as = (purpose: BlockPurpose): Block => ({ ...block, role: 'furniture', purpose });
    if (index < first) {
      const purpose = purposeAbove(block, names);
      return purpose === null ? block : as(purpose);
    }
    const text = blockText(block);
    if (isEndMark(text)) return as('other');
    // Below "You receive this because …" stand the sender's address, its icons and its telephone.
    if (foot >= 0 && index > foot) return as(/@|\d{3}/u.test(text) ? 'contact' : 'other');
    return index > last && isButton(block) ? as('navigation') : block;
  });
}

function purposeAbove(block: Block, names: readonly string[]): BlockPurpose | null {
  if (block.kind === 'figure') {
    if (names.some((name) => sameWords(name, block.alternative))) return 'other';
    const isSmall = block.width !== null && block.width < smallestPicture;
    return isSmall || (block.height !== null && block.height < smallestPicture) ? 'other' : null;
  }
  if (block.kind !== 'paragraph') return null;
  const text = block.content.text.trim();
  if (names.some((name) => sameWords(name, text))) return 'byline';
  // "Mar 3": a day without its year, above the text, says when the letter was sent.
  if (/^(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,9}\.?)(?:,? \d{4})?$/u.test(text)) return 'dateline';
  if (!isButton(block)) return null;
  return looksLikeName(text) && text !== text.toUpperCase() ? 'byline' : 'navigation';
}

export function sameWords(one: string, other: string): boolean {
  const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return squeeze(one) === squeeze(other) && squeeze(one) !== '';
}

/** A short line that is nothing but a link. */
function isButton(block: Block): boolean {
  if (block.kind !== 'paragraph') return false;
  const { text, marks } = block.content;
  const linked = marks.reduce((sum, mark) => sum + (mark.kind === 'link' ? mark.end - mark.start : 0), 0);
  return countWords(text, 8) <= 7 && linked >= text.replace(/[\s|·•/]+$/u, '').length * 0.8 && text !== '';
}
