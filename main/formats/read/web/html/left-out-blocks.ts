import type { Block, InlineMark, InlineText } from '../../../../contract/index.ts';
import type { Addresses } from '../../../shared/html/addresses.ts';
import type { Draft } from './draft.ts';

/** Lines of which more stands under links are ways to other articles. */
const mostlyLinks = 0.6;

/**
 * What was left out, as blocks of a body. It is kept in the log of every page, so what a person would
 * not miss is not: the addresses of lines that are nothing but links. Pictures keep theirs, not their bytes.
 */
export function leftOutBlocks(drafts: readonly Draft[], addresses: Addresses): Block[] {
  return drafts.map(({ content, linkDensity }): Block => {
    const block = { ...content, role: 'body', purpose: null } as const;
    if (block.kind === 'figure')
      return { ...block, source: block.source === null ? null : addresses.web(block.source) };
    return linkDensity > mostlyLinks ? withoutLinks(block) : block;
  });
}

function withoutLinks(block: Block): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: unlinked(block.content) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, content: unlinked(item.content) })) };
    default:
      return block;
  }
}

function unlinked({ text, marks }: InlineText): InlineText {
  return { text, marks: marks.filter(({ kind }: InlineMark) => kind !== 'link') };
}
