import type { Block } from '../../../main/contract/document.ts';

/**
 * For each block that is shown, the page of the original that begins with it; null for the others.
 * A document of one page has no marks: they would say nothing.
 */
export function pageStarts(blocks: readonly Block[], isShown: (block: Block) => boolean): readonly (number | null)[] {
  const pages = new Set(blocks.flatMap(({ page }) => (page === undefined ? [] : [page])));
  let current = 0;
  return blocks.map((block) => {
    if (pages.size < 2 || block.page === undefined || block.page <= current || !isShown(block)) return null;
    current = block.page;
    return current;
  });
}
