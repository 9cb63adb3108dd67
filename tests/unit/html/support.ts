import { readFileSync } from 'node:fs';
import type { Block } from '../../../main/contract/index.ts';
import { blockText } from '../../../main/contract/index.ts';
import { type CapturedDocument, isMention } from '../../../main/formats/format.ts';
import { htmlReader } from '../../../main/formats/read/web/html/index.ts';

const folder = new URL('../../fixtures/html/', import.meta.url);

export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(name, folder));
}

/** Reads a page as an import does; companions come from the fixtures' own folder. */
export async function readPage(page: Uint8Array | string, name = 'page.html'): Promise<CapturedDocument> {
  const bytes = typeof page === 'string' ? Buffer.from(page) : page;
  const asked: string[] = [];
  const documents: CapturedDocument[] = [];
  for await (const document of htmlReader.read({
    bytes,
    name,
    modified: null,
    signal: new AbortController().signal,
    companion(path) {
      asked.push(path);
      if (path.includes('..') || path.startsWith('/')) throw new Error(`asked for ${path}`);
      try {
        return Promise.resolve(new Uint8Array(fixture(path)));
      } catch {
        return Promise.resolve(null);
      }
    },
  }))
    if (!isMention(document)) documents.push(document);
  const first = documents[0];
  if (documents.length !== 1 || first === undefined) throw new Error(`${documents.length} documents`);
  return first;
}

/** Blocks as short lines: kind, role where it is furniture, words. */
export function outline(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    const role = block.role === 'body' ? '' : ` [${block.purpose}]`;
    const text = block.kind === 'figure' ? `${block.alternative} / ${block.caption?.text ?? ''}` : blockText(block);
    return `${block.kind}${role}: ${text}`;
  });
}
