import type { Block, InlineText, ReadingDocument } from '../../../main/contract/index.ts';

const plain = (text: string): InlineText => ({ text, marks: [] });
const body = { role: 'body', purpose: null } as const;

export const paragraph = (text: string): Block => ({ ...body, kind: 'paragraph', content: plain(text) });
export const heading = (text: string): Block => ({ ...body, kind: 'heading', level: 2, content: plain(text) });
export const furniture = (text: string): Block => ({
  kind: 'paragraph',
  role: 'furniture',
  purpose: 'subscription',
  content: plain(text),
});
export const list = (...items: readonly string[]): Block => ({
  ...body,
  kind: 'list',
  ordered: false,
  items: items.map((text) => ({ depth: 0, content: plain(text) })),
});
export const documentOf = (...blocks: readonly Block[]): ReadingDocument => ({ blocks });
