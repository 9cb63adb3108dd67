import type { Block, HeadingBlock } from '../../contract/index.ts';

/**
 * The headings with the levels that are in use closed up from the second: a headline that has become the title
 * leaves sections at the third, and a level that is passed over tells a screen reader of a part that isn't there.
 */
export function closeHeadingLevels(blocks: readonly Block[]): Block[] {
  const used = [...new Set(blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])))].sort();
  return blocks.map((block) => {
    const level = block.kind === 'heading' ? levels[used.indexOf(block.level)] : undefined;
    return block.kind === 'heading' && level !== undefined ? { ...block, level } : block;
  });
}

const levels: readonly HeadingBlock['level'][] = [2, 3, 4, 5, 6];
