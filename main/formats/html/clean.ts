import { type Draft, draftText } from './draft.ts';
import type { BodyHints } from './hints.ts';
import type { RemovalLog } from './removal-log.ts';

/** Shorter lines are labels, dates and names unless they stand between paragraphs. */
const proseLength = 80;

function isProse(draft: Draft): boolean {
  const { kind } = draft.content;
  if (kind === 'heading' || kind === 'figure' || kind === 'rule') return false;
  return draft.length >= proseLength && draft.linkDensity < 0.5;
}

/** Second step: inside the part that holds the article, what is none of its words. */
export function cleanDrafts(
  drafts: readonly Draft[],
  hints: Pick<BodyHints, 'title' | 'bylines'>,
  log: RemovalLog,
): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const reason = reasonToDrop(draft, hints);
    if (reason === null) kept.push(draft);
    else log.addText('inside', reason, draftText(draft));
  }
  return trimEnds(kept, log);
}

function reasonToDrop(draft: Draft, hints: Pick<BodyHints, 'title' | 'bylines'>): string | null {
  const { content } = draft;
  if (content.kind === 'figure' || content.kind === 'rule') return null;
  const text = draftText(draft).trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return 'It has no words.';
  if (hints.title !== null && sameWords(text, hints.title) && draft.length < 400) return 'It repeats the headline.';
  if (content.kind === 'list' && draft.linkDensity > 0.6 && draft.length / content.items.length < 90)
    return 'It is a list of links.';
  if (content.kind === 'paragraph' && draft.linkDensity > 0.85 && draft.length < 160) return 'It is nothing but links.';
  return null;
}

function squeezed(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

export function sameWords(one: string, other: string): boolean {
  return squeezed(one) === squeezed(other);
}

/** Lines above the first paragraph and headings below the last one, where they are labels. */
function trimEnds(drafts: readonly Draft[], log: RemovalLog): Draft[] {
  let end = drafts.length;
  while (end > 0) {
    const draft = drafts[end - 1];
    if (draft === undefined || (draft.content.kind !== 'heading' && draft.content.kind !== 'rule')) break;
    log.addText('end', 'Nothing follows this heading.', draftText(draft));
    end -= 1;
  }
  let start = 0;
  const first = drafts.findIndex(isProse);
  while (start < first) {
    const draft = drafts[start];
    if (draft?.content.kind === 'rule') start += 1;
    else break;
  }
  return drafts.slice(start, end);
}
