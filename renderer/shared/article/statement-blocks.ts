import type { Span } from '../../../main/contract/canonical-text.ts';
import { runsOf } from '../../../main/contract/canonical-text.ts';
import type { Block } from '../../../main/contract/document.ts';
import type { Statement } from '../../../main/contract/statements.ts';
import { contains, overlaps } from './spans.ts';

/** How a block belongs to a statement that covers it as a whole: its rule runs on from block to block. */
export interface BlockStatement {
  readonly statement: Statement;
  readonly first: boolean;
  readonly last: boolean;
}

/**
 * For each block, the statement whose rule it carries. A statement that covers only part of a block is drawn
 * on its words instead (`inlineStatements`). Where two statements cover a block, the earlier one has it.
 */
export function blockStatements(
  blocks: readonly Block[],
  spans: readonly (Span | null)[],
  statements: readonly Statement[],
): readonly (BlockStatement | null)[] {
  const owners = blocks.map((block, index) => {
    const words = wordsOf(block, spans[index] ?? null);
    if (words === null) return null;
    return statements.find(({ spans }) => spans.some((span) => contains(span, words))) ?? null;
  });
  bridge(blocks, owners);
  return owners.map((owner, index) =>
    owner === null ? null : { statement: owner, first: owners[index - 1] !== owner, last: owners[index + 1] !== owner },
  );
}

/** The statements that have no whole block of their own. */
export function inlineStatements(
  blocks: readonly (BlockStatement | null)[],
  spans: readonly (Span | null)[],
  statements: readonly Statement[],
): readonly Statement[] {
  return statements.filter(({ id, span }) => {
    if (span === null) return false;
    const touched = spans.flatMap((block, index) => (block !== null && overlaps(block, span) ? [index] : []));
    return touched.some((index) => blocks[index]?.statement.id !== id);
  });
}

/** The span of a block's own words: a quotation's attribution needn't be part of the statement. */
function wordsOf(block: Block, span: Span | null): Span | null {
  if (span === null) return null;
  if (block.kind !== 'quotation' || block.attribution === null || block.paragraphs.length === 0) return span;
  const words = runsOf({ ...block, attribution: null }).reduce(
    (length, run, index) => length + (index === 0 ? 0 : run.before.length) + run.content.text.length,
    0,
  );
  return { start: span.start, end: span.start + words };
}

/** Figures, rules and folded furniture in the middle of a statement don't break its rule. */
function bridge(blocks: readonly Block[], owners: (Statement | null)[]): void {
  for (let index = 1; index < blocks.length; index++) {
    const owner = owners[index - 1];
    if (owner === undefined || owner === null || owners[index] !== null) continue;
    const next = owners.indexOf(owner, index);
    const between = next < 0 ? [] : blocks.slice(index, next);
    if (next > index && between.every((block) => block.kind === 'figure' || block.kind === 'rule'))
      owners.fill(owner, index, next);
  }
}
