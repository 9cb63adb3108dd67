import type { ListBlock, QuotationBlock } from '../../../../../contract/index.ts';
import { readAttribution } from '../../text/blocks.ts';
import type { Draft } from './draft.ts';

/** Gathers what belongs together: items to lists, quoted paragraphs and the name below them to quotations. */
export function gather(drafts: readonly Draft[]): Draft[] {
  const result: Draft[] = [];
  for (let index = 0; index < drafts.length; ) {
    const draft = drafts[index];
    if (draft === undefined) break;
    const run = runFrom(drafts, index);
    result.push(...joinRun(run, draft));
    index += run.length;
  }
  const attributedOnes = result
    .map(attributed)
    .filter((draft, index, all) => !isTakenAsAttribution(draft, all[index - 1]));
  return withTableCaptions(attributedOnes);
}

/** "Table 2. …" above or below a table is its caption. */
function withTableCaptions(drafts: readonly Draft[]): Draft[] {
  const result = [...drafts];
  for (let index = 0; index < result.length; index += 1) {
    const draft = result[index];
    if (draft?.block.kind !== 'table') continue;
    const place = [index - 1, index + 1].find((near) => isTableCaption(result[near], draft.page));
    const block = place === undefined ? undefined : result[place]?.block;
    if (place === undefined || (block?.kind !== 'paragraph' && block?.kind !== 'heading')) continue;
    result[index] = { ...draft, block: { ...draft.block, caption: block.content } };
    result.splice(place, 1);
    if (place < index) index -= 1;
  }
  return result;
}

function isTableCaption(draft: Draft | undefined, page: number): boolean {
  if (draft === undefined || draft.page !== page) return false;
  const { block } = draft;
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return false;
  return (
    block.content.text.length < 400 &&
    /^(?:tab(?:le|elle|\.)|tableau|tabla|tabella)\s*\d{1,3}\s*(?:[.:–—|]|$)/iu.test(block.content.text)
  );
}

function runFrom(drafts: readonly Draft[], from: number): Draft[] {
  const first = drafts[from];
  if (first === undefined) return [];
  const run = [first];
  for (let next = from + 1; next < drafts.length; next += 1) {
    const draft = drafts[next];
    if (draft === undefined || !belongs(first, run, draft)) break;
    run.push(draft);
  }
  return run;
}

function belongs(first: Draft, run: readonly Draft[], draft: Draft): boolean {
  if (first.block.role !== draft.block.role) return false;
  if (first.block.kind === 'quotation' && draft.block.kind === 'quotation')
    return first.block.attribution === null && draft.page - (run.at(-1)?.page ?? 0) <= 1;
  if (first.block.kind !== 'list' || draft.block.kind !== 'list' || first.item === null || draft.item === null)
    return false;
  if (first.item.isTagged !== draft.item.isTagged) return false;
  // A tagged list holds the lists inside it, whose items stand deeper.
  if (first.item.isTagged)
    return (
      first.item.list === draft.item.list || (draft.block.items[0]?.depth ?? 0) > (first.block.items[0]?.depth ?? 0)
    );
  const isDeeper = draft.item.left > first.item.left + first.size;
  return isDeeper || first.block.ordered === draft.block.ordered;
}

function joinRun(run: readonly Draft[], first: Draft): Draft[] {
  if (first.block.kind === 'list') return joinItems(run, first, first.block);
  if (first.block.kind === 'quotation' && run.length > 1) {
    const block: QuotationBlock = {
      ...first.block,
      paragraphs: run.flatMap((draft) => (draft.block.kind === 'quotation' ? draft.block.paragraphs : [])),
    };
    return [{ ...merged(run, first), block }];
  }
  return [first];
}

function merged(run: readonly Draft[], first: Draft): Draft {
  const lines = run.reduce((sum, draft) => sum + draft.lines, 0);
  const linked = run.reduce((sum, draft) => sum + draft.linked, 0) / run.length;
  return { ...first, lines, linked };
}

function joinItems(run: readonly Draft[], first: Draft, list: ListBlock): Draft[] {
  const isTagged = first.item?.isTagged === true;
  if (!isTagged && ((run.length < 2 && !isBullet(first)) || !counts(run)))
    return run.map((draft) => ({
      ...draft,
      block:
        draft.item === null
          ? draft.block
          : { kind: 'paragraph', role: 'body', purpose: null, page: draft.page, content: draft.item.typed },
    }));
  const lefts = isTagged ? [] : levels(run);
  const items = run.flatMap((draft) =>
    draft.block.kind === 'list'
      ? draft.block.items.map((item) => ({
          ...item,
          depth: isTagged ? item.depth - (list.items[0]?.depth ?? 0) : levelIn(lefts, draft),
        }))
      : [],
  );
  return [
    {
      ...merged(run, first),
      block: { ...list, items: items.map((item) => ({ ...item, depth: Math.max(0, item.depth) })) },
    },
  ];
}

/** A dash or a number at the front of one paragraph may be anything; a bullet is an item's. */
function isBullet({ item }: Draft): boolean {
  return item !== null && item.number === null && /^\s*[^\p{L}\p{N}\s*–—(-]/u.test(item.typed.text);
}

/** Numbers that don't count on ("12. November") are part of the words. */
function counts(run: readonly Draft[]): boolean {
  const numbers = run.flatMap(({ item }) => (item?.number == null ? [] : [item.number]));
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1 || number === 1);
}

/** The distances from the edge at which items begin, nearest first. */
function levels(run: readonly Draft[]): number[] {
  const found: number[] = [];
  for (const { item, size } of run) {
    const left = item?.left ?? 0;
    if (!found.some((known) => Math.abs(known - left) < size)) found.push(left);
  }
  return found.sort((one, other) => one - other);
}

function levelIn(lefts: readonly number[], draft: Draft): number {
  const level = lefts.findIndex((left) => Math.abs(left - (draft.item?.left ?? 0)) < draft.size);
  return Math.max(0, Math.min(4, level));
}

/** A quotation whose last paragraph names the speaker ("— Ana Voss, mayor"). */
function attributed(draft: Draft, index: number, all: readonly Draft[]): Draft {
  const { block } = draft;
  if (block.kind !== 'quotation' || block.attribution !== null) return draft;
  const last = block.paragraphs.at(-1);
  if (block.paragraphs.length > 1 && last !== undefined && readAttribution(last.text) !== null)
    return { ...draft, block: { ...block, paragraphs: block.paragraphs.slice(0, -1), attribution: last } };
  const next = all[index + 1]?.block;
  if (next?.kind === 'paragraph' && next.role === 'body' && readAttribution(next.content.text) !== null)
    return { ...draft, block: { ...block, attribution: next.content } };
  return draft;
}

function isTakenAsAttribution(draft: Draft, before: Draft | undefined): boolean {
  return (
    draft.block.kind === 'paragraph' &&
    before?.block.kind === 'quotation' &&
    before.block.attribution !== null &&
    before.block.attribution === draft.block.content
  );
}
