import { type Block, type ReadingDocument, runsOf } from '../../contract/index.ts';
import { squeeze } from './marked-words.ts';

/** One run of words that a reading copy shows. */
export interface ShownRun {
  /** As it is shown. */
  readonly text: string;
  readonly squeezed: string;
  /** Words beside the text, a caption or the description of a picture, stand where the format has them. */
  readonly isBeside: boolean;
}

/** All words that a document shows, furniture, captions and descriptions of pictures among them, in reading order. */
export function shownRuns({ blocks }: Pick<ReadingDocument, 'blocks'>): readonly ShownRun[] {
  return blocks
    .flatMap((block) => [
      ...besideOf(block),
      ...runsOf(block).map(({ content }) => ({ text: content.text, isBeside: false })),
    ])
    .map((run) => ({ ...run, squeezed: squeeze(run.text) }))
    .filter(({ squeezed }) => squeezed !== '');
}

function besideOf(block: Block): { readonly text: string; readonly isBeside: true }[] {
  const texts =
    block.kind === 'figure'
      ? [block.caption?.text ?? '', block.alternative]
      : block.kind === 'table'
        ? [block.caption?.text ?? '']
        : [];
  return texts.map((text) => ({ text, isBeside: true }) as const);
}
