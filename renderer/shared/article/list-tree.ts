import type { InlineText, ListBlock } from '../../../main/contract/document.ts';

/** A list item with the lists beneath it; `index` is its place in the flat list, which its offsets count by. */
export interface ListNode {
  readonly index: number;
  readonly content: InlineText;
  readonly children: readonly ListNode[];
}

/** Nests a list's flat items by their depth; a jump of more than one level counts as one. */
export function listTree(items: ListBlock['items']): readonly ListNode[] {
  const root: ListNode[] = [];
  const open: { depth: number; children: ListNode[] }[] = [{ depth: -1, children: root }];
  for (const [index, { depth, content }] of items.entries()) {
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const children: ListNode[] = [];
    (open.at(-1)?.children ?? root).push({ index, content, children });
    open.push({ depth, children });
  }
  return root;
}
