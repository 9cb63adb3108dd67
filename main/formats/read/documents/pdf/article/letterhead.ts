import { type Block, blockText } from '../../../../../contract/index.ts';
import { isHeadLine, isReleaseLine, looksLikePaper, readDateLine } from '../../../../../reading/document/head.ts';
import { countWords } from '../../../../../reading/document/word-count.ts';
import type { RunningLine } from '../layout/running-heads.ts';
import { isPartOf } from './article-run.ts';

/**
 * What an office or a paper sets above a headline: its name, its address, "Press release". Set aside, so
 * that the lines of the head that say something are read past it.
 */
export interface Letterhead {
  readonly blocks: readonly Block[];
  /** The office or paper whose paper it is, or null. */
  readonly name: string | null;
}

/** So many blocks at most stand above a headline. */
const mostBlocks = 12;

export function readLetterhead(blocks: readonly Block[], title: string | null, language: string | null): Letterhead {
  const headline =
    title === null ? -1 : blocks.slice(0, mostBlocks + 1).findIndex((block) => isPartOf(blockText(block), title));
  const above = blocks.slice(0, Math.max(0, headline));
  // A sentence above the headline is an article's, whose headline stands in its middle.
  if (above.length === 0 || above.some((block) => countWords(blockText(block), 26) > 25)) return { blocks, name: null };
  const isRelease = above.some((block) => isReleaseLine(blockText(block)));
  let name: string | null = null;
  const settled = blocks.map((block, index): Block => {
    const text = blockText(block);
    if (index >= headline || block.role === 'furniture' || isReleaseLine(text) || isHeadLine(text, language))
      return block;
    if (name === null && isRelease && looksLikeOffice(text)) name = text;
    return { ...block, role: 'furniture', purpose: 'other' };
  });
  return { blocks: settled, name };
}

/** Every word but the small ones begins with a capital, and none is a number. */
function looksLikeOffice(text: string): boolean {
  const words = text.split(/\s+/u);
  return (
    words.length >= 2 &&
    words.length <= 9 &&
    !/[\d@]|[.:!?]$/u.test(text) &&
    words.every(
      (word) =>
        /^[\p{Lu}&(]/u.test(word) || /^(?:of|the|and|for|de|der|des|die|das|du|la|le|el|di|und|für|et|y)$/u.test(word),
    )
  );
}

/** A newspaper's page has its name and its day at its head. */
export function readRunningHeads(
  lines: readonly RunningLine[],
  language: string | null,
): { readonly publication: string | null; readonly published: ReturnType<typeof readDateLine> } {
  const parts = lines.filter(({ where }) => where === 'head').flatMap((line) => line.parts);
  const dates = parts.map((part) => readDateLine(part, language)).filter((date) => date !== null);
  return { publication: parts.find(looksLikePaper) ?? null, published: dates[0] ?? null };
}
