import { parseDate } from '../../../../reading/document/dates.ts';
import { correctionPattern } from '../../../../reading/document/furniture-rules.ts';
import { type Draft, draftText } from './draft.ts';
import { commentLabel, isBylineLine, tailLabel } from './labels.ts';

/** What stands above an article's first paragraph and below its last one. */

/** Shorter lines are labels, dates and names unless they stand between paragraphs. */
const proseLength = 80;

export function isProse(draft: Draft): boolean {
  if (draft.furniture !== null) return false;
  const { kind } = draft.content;
  if (kind === 'heading' || kind === 'figure' || kind === 'rule') return false;
  return draft.length >= proseLength && draft.linkDensity < 0.5;
}

const mostLabels = 8;

/** Lines before the first paragraph that date or sign the article, or stand there as labels. */
export function markHead(drafts: readonly Draft[], bylines: readonly string[]): Draft[] {
  const first = drafts.findIndex(isProse);
  if (first <= 0) return [...drafts];
  return drafts.map((draft, index) => {
    if (index >= first || draft.furniture !== null) return draft;
    if (isSubheading(draft)) return { ...draft, furniture: 'other' };
    if (draft.content.kind !== 'paragraph') return draft;
    const text = draftText(draft).trim();
    if (isDateLine(text)) return { ...draft, furniture: 'dateline' };
    if (isBylineLine(text) || isSignature(text, bylines)) return { ...draft, furniture: 'byline' };
    // A label: no sentence, hardly any words; more than a few of them are a list that opens the article.
    if (
      first <= mostLabels &&
      (text.length < 30 || draft.linkDensity > 0.6) &&
      text.length < proseLength &&
      !/[.!?:…"”»]$/u.test(text)
    )
      return { ...draft, furniture: 'other' };
    return draft;
  });
}

/** A heading above the first paragraph that is a sentence: the article's second headline, kept with the metadata. */
export function isSubheading(draft: Draft): boolean {
  if (draft.content.kind !== 'heading') return false;
  return draft.length > 60 && draft.length < 500;
}

function isDateLine(text: string): boolean {
  if (text.length > 70 || !/\d/u.test(text)) return false;
  if (parseDate(text, null) === null && !/\b\d{1,2}:\d{2}\b|\d{1,2}[./]\d{1,2}[./]\d{2,4}/u.test(text)) return false;
  // "In March 2019 the council …" is a sentence.
  return !/[.!?]$/u.test(text) || text.length < 30;
}

function isSignature(text: string, bylines: readonly string[]): boolean {
  if (text.length > 120) return false;
  const folded = text.toLowerCase();
  return bylines.some(
    (name) => folded.includes(name.toLowerCase()) && text.length < name.length + 40 && !/[.!?]$/u.test(text),
  );
}

const subscriptionLabel = /^\W*(?:subscri|sign up|newsletter|abonn)/iu;

/** From a label such as "Related articles" on, where little prose follows, all is furniture. */
export function cutTail(drafts: readonly Draft[]): Draft[] {
  const total = proseOf(drafts);
  let read = 0;
  for (const [index, draft] of drafts.entries()) {
    const { kind } = draft.content;
    const before = read;
    if (isProse(draft)) read += draft.length;
    if (draft.furniture !== null || (kind !== 'heading' && kind !== 'paragraph')) continue;
    const text = draftText(draft).trim();
    if (text.length > 200 || !tailLabel.test(text)) continue;
    const after = total - before;
    const purpose = commentLabel.test(text) ? 'comments' : 'related';
    // A line in the middle of an article ("Read more: …") is followed by more of it.
    const mayFollow = purpose === 'comments' ? 0.4 : kind === 'heading' ? 0.15 : 0.06;
    if (before < 200 || after > total * mayFollow) continue;
    return drafts.map((other, at) => {
      if (at < index || other.furniture !== null || correctionPattern.test(draftText(other))) return other;
      return { ...other, furniture: at === index && subscriptionLabel.test(text) ? 'subscription' : purpose };
    });
  }
  return [...drafts];
}

/** Dates, signatures and labels after the last paragraph. */
export function markFoot(drafts: readonly Draft[], bylines: readonly string[]): Draft[] {
  const marked = [...drafts];
  for (let index = marked.length - 1; index >= 0; index -= 1) {
    const draft = marked[index];
    if (draft === undefined) break;
    if (draft.furniture !== null || draft.content.kind === 'figure' || draft.content.kind === 'rule') continue;
    if (draft.content.kind !== 'paragraph' || draft.length > 120) break;
    const text = draftText(draft).trim();
    if (isDateLine(text)) marked[index] = { ...draft, furniture: 'dateline' };
    else if (isBylineLine(text) || isSignature(text, bylines)) marked[index] = { ...draft, furniture: 'byline' };
    else if (draft.linkDensity > 0.8) marked[index] = { ...draft, furniture: 'related' };
    else break;
  }
  return marked;
}

function proseOf(drafts: readonly Draft[]): number {
  return drafts.reduce((sum, draft) => sum + (isProse(draft) ? draft.length : 0), 0);
}
