import { type Block, blockText } from '../../../../../contract/index.ts';
import { markFurniture } from '../../../../../reading/document/furniture.ts';
import { isHeadLine } from '../../../../../reading/document/head.ts';
import { countWords } from '../../../../../reading/document/word-count.ts';
import type { Draft } from '../layout/draft.ts';

/**
 * A page printed from the web brings its menus, its lists of other articles and its forms along. Here
 * the article is told from them: it is the stretch that holds the most prose for what stands between it.
 * Documents without lists of links are not touched.
 */

export interface ArticleRun {
  /** Of each draft, whether it is the article's, stands in its head, or is left out. */
  readonly parts: readonly ('head' | 'article' | 'out')[];
}

/** So many blocks of links make a document a printed page. */
const fewestMenus = 6;

export function isPrintedPage(drafts: readonly Draft[]): boolean {
  const menus = drafts.filter(isMenu).length;
  return menus >= fewestMenus && menus >= drafts.length * 0.12;
}

export function findArticleRun(all: readonly Draft[], title: string | null): ArticleRun {
  const drafts = withoutRepetitions(all);
  const inArticle = articleShare(drafts) > 0.5;
  const scores = drafts.map((draft) => score(draft, inArticle));
  const opening = openingAfter(drafts, title);
  if (opening !== null) scores[opening] = (scores[opening] ?? 0) + headlineWorth;
  const { from, to } = richest(scores);
  const end = beforeComments(drafts, from, to);
  const parts = drafts.map((draft, index): 'head' | 'article' | 'out' => {
    if (index < from || index >= end) return 'out';
    return isMenu(draft) || isOutside(draft) ? 'out' : 'article';
  });
  leaveOutLooseLines(drafts, parts);
  leaveOutBareHeadings(drafts, parts);
  const headline = headlineBefore(drafts, from, title);
  for (let index = headline ?? from; index < bodyBegin(drafts, from, end); index += 1) {
    const draft = drafts[index];
    if (draft !== undefined && !isOutside(draft) && (!isMenu(draft) || isShortLine(draft))) parts[index] = 'head';
  }
  return { parts };
}

/** What a page says twice in the same words is the name of a picture, a caption or a teaser: no article does. */
function withoutRepetitions(drafts: readonly Draft[]): Draft[] {
  const counts = new Map<string, number>();
  const key = ({ block }: Draft) => blockText(block).toLowerCase();
  for (const draft of drafts) counts.set(key(draft), (counts.get(key(draft)) ?? 0) + 1);
  return drafts.map((draft) => {
    const isRepeated = (counts.get(key(draft)) ?? 0) > 1 && draft.block.kind !== 'heading' && words(draft.block) >= 4;
    return isRepeated ? { ...draft, sections: new Set([...draft.sections, 'aside' as const]) } : draft;
  });
}

/** The first prose under the headline is worth so many words more: a short article has fewer than the page's own notes. */
const headlineWorth = 80;

function openingAfter(drafts: readonly Draft[], title: string | null): number | null {
  if (title === null) return null;
  const headline = drafts.findIndex(({ block }) => block.kind === 'heading' && isPartOf(block.content.text, title));
  if (headline < 0) return null;
  const after = drafts.slice(headline + 1, headline + 1 + furthestHeadline).findIndex(isProse);
  return after < 0 ? null : headline + 1 + after;
}

/** The writer's name is often a link. */
function isShortLine({ block }: Draft): boolean {
  return block.kind === 'paragraph' && words(block) <= 8;
}

/**
 * Where the article's prose stands in paragraphs, short lines outside of any are the names of pictures,
 * captions, counters and buttons.
 */
function leaveOutLooseLines(drafts: readonly Draft[], parts: ('head' | 'article' | 'out')[]): void {
  const own = drafts.filter((_, index) => parts[index] === 'article');
  const prose = own.filter(isProse);
  const inParagraphs = prose.filter(({ loose }) => !loose);
  if (prose.length === 0 || inParagraphs.length < prose.length * 0.7) return;
  for (const [index, draft] of drafts.entries())
    if (parts[index] === 'article' && draft.loose && words(draft.block) < 40) parts[index] = 'out';
}

function words(block: Block): number {
  return countWords(blockText(block));
}

function isOutside({ sections }: Draft): boolean {
  return sections.has('form') || sections.has('navigation') || sections.has('aside');
}

/** Links and little else. */
function isMenu(draft: Draft): boolean {
  if (draft.linked < 0.5) return false;
  return draft.block.kind === 'list' || words(draft.block) < 30;
}

const sentence = /[.!?…。！？]["”’»)\]]*\s*$/u;

function isProse({ block, linked }: Draft): boolean {
  if (block.role !== 'body' || linked >= 0.5) return false;
  if (block.kind !== 'paragraph' && block.kind !== 'quotation') return false;
  const text = blockText(block);
  return countWords(text, 12) >= 12 && /[.!?…:,。！？]/u.test(text);
}

/** Share of the prose that stands in what the page calls an article. */
function articleShare(drafts: readonly Draft[]): number {
  let all = 0;
  let named = 0;
  for (const draft of drafts) {
    if (!isProse(draft)) continue;
    const count = words(draft.block);
    all += count;
    if (draft.sections.has('article')) named += count;
  }
  return all === 0 ? 0 : named / all;
}

/** Words gained for the article by taking a block in, less than nothing for what does not belong to one. */
function score(draft: Draft, inArticle: boolean): number {
  const { block } = draft;
  if (isOutside(draft)) return -12;
  if (isMenu(draft)) return block.kind === 'list' ? -8 - 2 * block.items.length : -8;
  const away = inArticle && !draft.sections.has('article') ? 15 : 0;
  const count = words(block);
  if (isProse(draft)) return count - away;
  if (block.role === 'furniture') return -1 - away;
  switch (block.kind) {
    case 'heading':
      return -3 - away;
    case 'list':
      return (draft.linked < 0.3 && count >= block.items.length * 5 ? count / 2 : -2 * block.items.length) - away;
    case 'table':
      return -away;
    default:
      return (sentence.test(blockText(block)) ? count / 2 : -5) - away;
  }
}

/** The stretch with the highest sum (Kadane). */
function richest(scores: readonly number[]): { readonly from: number; readonly to: number } {
  let best = { sum: 0, from: 0, to: 0 };
  let sum = 0;
  let from = 0;
  for (const [index, value] of scores.entries()) {
    if (sum <= 0) {
      sum = 0;
      from = index;
    }
    sum += value;
    if (sum > best.sum) best = { sum, from, to: index + 1 };
  }
  return best;
}

/** Where readers' comments begin inside a stretch, or its end. */
function beforeComments(drafts: readonly Draft[], from: number, to: number): number {
  let prose = 0;
  for (let index = from; index < to; index += 1) {
    const draft = drafts[index];
    if (draft === undefined) continue;
    if (isProse(draft)) prose += words(draft.block);
    else if (prose > 60 && isCommentsLabel(draft.block)) return index;
  }
  return to;
}

function isCommentsLabel(block: Block): boolean {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return false;
  if (
    /^(?:\d+|one|two|three) (?:responses?|replies|thoughts?|comments?|réponses?|commentaires?|kommentare?|antworten?|comentarios?|commenti)\b/iu.test(
      block.content.text,
    )
  )
    return true;
  // A document never loses its whole body to furniture, so the line stands beside another.
  const [marked] = markFurniture([block, stand]);
  return marked?.purpose === 'comments';
}

const stand: Block = {
  kind: 'paragraph',
  role: 'body',
  purpose: null,
  content: { text: 'The harbour office opened on Monday, and the ferries ran again.', marks: [] },
};

/** A heading over nothing that is kept ("Related") goes with what stood under it. */
function leaveOutBareHeadings(drafts: readonly Draft[], parts: ('head' | 'article' | 'out')[]): void {
  let kept = false;
  for (let index = drafts.length - 1; index >= 0; index -= 1) {
    const draft = drafts[index];
    if (draft === undefined) continue;
    if (draft.block.kind !== 'heading') {
      if (parts[index] === 'article') kept = true;
      else if (isMenu(draft)) kept = false;
      continue;
    }
    if (!kept && parts[index] === 'article') parts[index] = 'out';
  }
}

/** What sums the article up, names its writer and its day stands above the first whole sentence, or above the byline. */
function bodyBegin(drafts: readonly Draft[], from: number, to: number): number {
  const first = drafts.slice(from, to).findIndex((draft) => isProse(draft) && sentence.test(blockText(draft.block)));
  if (first < 0) return from;
  const signed = drafts.slice(from, Math.min(to, from + first + 4)).findLastIndex(({ block }) => isSigned(block));
  return from + Math.max(first, signed + 1);
}

/** "By Ana Bellweather, published 9 December 2023": short, and no sentence. */
function isSigned(block: Block): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return false;
  const { text } = block.content;
  return (
    countWords(text, 26) <= 25 &&
    !sentence.test(text) &&
    (isHeadLine(text, null) || /^(?:by|von|par|por) \p{Lu}/iu.test(text))
  );
}

/** So far above the first paragraph a headline may stand. */
const furthestHeadline = 30;

function headlineBefore(drafts: readonly Draft[], from: number, title: string | null): number | null {
  let best: number | null = null;
  for (let index = from - 1; index >= Math.max(0, from - furthestHeadline); index -= 1) {
    const block = drafts[index]?.block;
    if (block?.kind !== 'heading') continue;
    const text = block.content.text;
    if (title !== null && isPartOf(text, title)) return index;
    if (best === null || (drafts[index]?.size ?? 0) > (drafts[best]?.size ?? 0)) best = index;
  }
  return best;
}

/** "Pier rebuilt" in "Pier rebuilt – Port Ellery Courier". */
export function isPartOf(text: string, title: string): boolean {
  const bare = (words: string) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const short = bare(text);
  return short.length >= 8 && bare(title).includes(short);
}
