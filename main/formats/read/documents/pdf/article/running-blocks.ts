import type { Block, RemovalLogEntry } from '../../../../../contract/index.ts';
import type { RunningLine } from '../layout/running-heads.ts';

/** Heads and feet of pages are shown once, set aside, where they first stand; that they come again is said in the log. */
export function placeRunningHeads(
  blocks: readonly Block[],
  lines: readonly RunningLine[],
): { readonly blocks: readonly Block[]; readonly removals: readonly RemovalLogEntry[] } {
  const groups = [...Map.groupBy(lines, ({ where, pattern }) => `${where} ${pattern}`).values()];
  const result = [...blocks];
  const removals: RemovalLogEntry[] = [];
  for (const [first, ...again] of groups) {
    if (first === undefined || first.text === '') continue;
    const block: Block = {
      kind: 'paragraph',
      role: 'furniture',
      purpose: 'running-head',
      page: first.page,
      content: { text: first.text, marks: [] },
    };
    result.splice(placeOf(result, first), 0, block);
    if (again.length > 0)
      removals.push({
        step: 'running-heads',
        reason: `It stands at the ${first.where === 'head' ? 'head' : 'foot'} of ${again.length + 1} pages and is shown once.`,
        text: again
          .map(({ text }) => text)
          .join('\n')
          .slice(0, 2000),
      });
  }
  return { blocks: result, removals };
}

/** A head stands before its page's first block, a foot before the next page's. */
function placeOf(blocks: readonly Block[], line: RunningLine): number {
  const page = line.where === 'head' ? line.page : line.page + 1;
  const at = blocks.findIndex(
    (block) => block.page !== undefined && block.page >= page && block.purpose !== 'running-head',
  );
  return at < 0 ? blocks.length : at;
}
