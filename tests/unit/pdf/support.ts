import { type Block, blockText, runsOf } from '../../../main/contract/index.ts';
import type { CapturedDocument } from '../../../main/formats/format.ts';
import { pdfReader } from '../../../main/formats/read/documents/pdf/index.ts';
import { type SetWords, simplePdf } from '../../support/pdf-writer.ts';
import { readBytes } from '../formats/reading.ts';

export function read(bytes: Uint8Array, name = 'paper.pdf'): Promise<CapturedDocument> {
  return readBytes(pdfReader, bytes, name);
}

/** Reads one page of words. */
export function readWords(words: readonly SetWords[]): Promise<CapturedDocument> {
  return read(simplePdf({ pages: [{ words }] }));
}

/** Blocks as short lines: kind, purpose where it is furniture, words. */
export function outline(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    const set = block.role === 'body' ? '' : ` [${block.purpose}]`;
    return `${block.kind}${set}: ${blockText(block)}`;
  });
}

export function body(document: CapturedDocument): string[] {
  return outline(document.blocks.filter(({ role }) => role === 'body'));
}

const squeezed = (text: string) => text.replace(/\s+/gu, '');

/** Runs of the blocks that the original's own words don't hold. */
export async function missing(bytes: Uint8Array): Promise<string[]> {
  const words = squeezed(await pdfReader.words(bytes));
  return (await read(bytes)).blocks
    .flatMap(runsOf)
    .map(({ content }) => content.text)
    .filter((text) => !words.includes(squeezed(text)));
}
