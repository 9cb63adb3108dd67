import { type Block, leftOutWords } from '../../contract/index.ts';

/** By what a block is known again in another reading of its original: its words, white space aside; a picture by itself. */
export function blockKey(block: Block): string {
  const words = leftOutWords(block).replace(/\s+/gu, '');
  if (block.kind !== 'figure') return words;
  return `figure ${block.image ?? block.source ?? words}`;
}

/** Whether a block says anything by which it could be known. */
export function isKnowable(block: Block): boolean {
  return blockKey(block) !== '';
}
