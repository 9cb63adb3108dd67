import { expect, it } from 'vitest';
import type { Block, HeadingBlock } from '../../../main/contract/index.ts';
import { closeHeadingLevels } from '../../../main/reading/document/heading-levels.ts';

const content = { text: 'The tide tables', marks: [] };
const heading = (level: HeadingBlock['level']): Block => ({
  kind: 'heading',
  level,
  role: 'body',
  purpose: null,
  content,
});
const paragraph: Block = { kind: 'paragraph', role: 'body', purpose: null, content };
const levelsOf = (blocks: readonly Block[]) => blocks.map((block) => (block.kind === 'heading' ? block.level : null));

it('closes up levels that nothing has, and leaves the order among the others', () => {
  expect(levelsOf(closeHeadingLevels([heading(3), paragraph, heading(6), heading(3)]))).toEqual([2, null, 3, 2]);
  expect(levelsOf(closeHeadingLevels([heading(2), heading(3), heading(4)]))).toEqual([2, 3, 4]);
  expect(closeHeadingLevels([paragraph])).toEqual([paragraph]);
});
