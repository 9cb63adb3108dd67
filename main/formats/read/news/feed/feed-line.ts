import { type Block, blockText } from '../../../../contract/index.ts';
import type { CapturedDocument } from '../../../format.ts';

/** What publishing systems write below an entry's text, for those who copy feeds: where it was first. */
const feedLine =
  /^(?:The post .+ (?:appeared first on|first appeared on) |Der Beitrag .+ (?:erschien zuerst auf|ist zuerst erschienen auf) |L[’']article .+ est apparu en premier sur |La entrada .+ (?:se publicó primero en|aparece primero en) |L[’']articolo .+ (?:proviene da|sembra essere il primo su) |Het bericht .+ verscheen eerst op |O post .+ apareceu primeiro em ).{1,200}$/u;
const longest = 600;

/** Marks such a line as furniture; it is the feed's, not the writer's. */
export function withoutFeedLine(document: CapturedDocument): CapturedDocument {
  const last = document.blocks.findLastIndex((block) => block.role === 'body' && block.kind === 'paragraph');
  const block = document.blocks[last];
  if (block === undefined || !isFeedLine(block)) return document;
  const blocks = document.blocks.with(last, { ...block, role: 'furniture', purpose: 'other' });
  return { ...document, blocks };
}

export function isFeedLine(block: Block): boolean {
  if (block.kind !== 'paragraph') return false;
  const text = blockText(block).replace(/\s+/gu, ' ');
  return text.length <= longest && feedLine.test(text);
}
