import { classWordsAre } from './class-words.ts';
import { type Draft, draftText } from './draft.ts';
import { cutTail, markFoot, markHead } from './edges.ts';
import type { BodyHints } from './hints.ts';
import { classWords } from './prune.ts';
import type { RemovalLog } from './removal-log.ts';

/** Second step: inside the part that holds the article, what is none of its words. */
export function cleanDrafts(
  drafts: readonly Draft[],
  hints: Pick<BodyHints, 'title' | 'bylines'>,
  log: RemovalLog,
): Draft[] {
  const kept: Draft[] = [];
  const seen = new Set<string>();
  const headline = headlineIndex(drafts, hints.title);
  for (const [index, draft] of drafts.entries()) {
    const reason =
      (index < headline ? reasonAbove(draft) : null) ?? reasonToDrop(draft, hints) ?? reasonOfRepetition(draft, seen);
    if (reason === null) kept.push(isCaption(draft) ? { ...draft, furniture: 'caption' } : draft);
    else log.addDraft('inside', reason, draft);
  }
  const marked = markFoot(markHead(cutTail(kept), hints.bylines), hints.bylines);
  // Lines alone make no edge: a page never loses all its words to what stands around articles.
  return withoutLooseEnds(hasBody(marked) ? marked : kept, log);
}

/** So much of the words, and no more of them, may be a paper's masthead. */
const mastheadShare = 0.15;
const mastheadLength = 800;

/** Where the headline stands when only a masthead stands above it; else 0. */
function headlineIndex(drafts: readonly Draft[], title: string | null): number {
  if (title === null) return 0;
  const index = drafts.findIndex((draft) => draft.content.kind === 'heading' && sameWords(draftText(draft), title));
  const length = (some: readonly Draft[]): number => some.reduce((sum, draft) => sum + draft.length, 0);
  const above = length(drafts.slice(0, Math.max(0, index)));
  return above <= Math.min(mastheadLength, length(drafts) * mastheadShare) ? Math.max(0, index) : 0;
}

/** Pictures may stand above a headline; words there are the paper's. */
function reasonAbove(draft: Draft): string | null {
  return draft.content.kind === 'figure' || draft.content.kind === 'rule' ? null : 'It stands above the headline.';
}

function hasBody(drafts: readonly Draft[]): boolean {
  return drafts.some(
    ({ furniture, content }) => furniture === null && content.kind !== 'figure' && content.kind !== 'rule',
  );
}

const captionWords = classWordsAre(
  'caption[s], caption[ ]text, wp[ ]caption [text], img[ ]caption, image[ ]caption, media[ ]caption, ' +
    'figcaption, photo[ ]{caption|credit|credits}, ' +
    'image[ ]{credit|credits|source|description|copyright}, imagedescription, ' +
    'picture[ ]{caption|credit}, bild[ ]{unterschrift|quelle|beschreibung|credit}, bildunterschrift, ' +
    'bildtext, bildquelle, credit, credits, copyright, slide[ ]count, gallery[ ]caption, media[ ]credit, ' +
    'legende, foto[ ]{credit|info}, pie[ ][de ]foto, img[ ]{credit|description|desc}',
);

/** A line under a picture: its own class, or that of the box it stands in alone, says so. */
function isCaption(draft: Draft): boolean {
  if (draft.content.kind !== 'paragraph' && draft.content.kind !== 'heading') return false;
  if (draft.length > 300) return false;
  let at = draft.element;
  for (let step = 0; step < 3; step += 1) {
    if (captionWords.test(classWords(at)) || at.name === 'figcaption') return true;
    if (at.parent === null) return false;
    at = at.parent;
  }
  return false;
}

function reasonToDrop(draft: Draft, hints: Pick<BodyHints, 'title' | 'bylines'>): string | null {
  const { content } = draft;
  if (content.kind === 'figure' || content.kind === 'rule') return null;
  const text = draftText(draft).trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return 'It has no words.';
  if (/^<(?:img|iframe|script|div|a|ins|style|noscript)[\s>]/u.test(text) && content.kind === 'paragraph')
    return 'It is code that the page meant for a script.';
  if (hints.title !== null && draft.length < 400 && sameWords(text, hints.title)) return 'It repeats the headline.';
  if (content.kind === 'list' && draft.linkDensity > 0.6 && draft.length / content.items.length < 90)
    return 'It is a list of links.';
  if (content.kind === 'paragraph' && draft.linkDensity > 0.85 && draft.length < 160) return 'It is nothing but links.';
  return null;
}

/** Shorter lines may be said twice. */
const shortestRepetition = 50;

/** Pages print a summary above the text that begins with it, or the same for narrow windows again. */
function reasonOfRepetition(draft: Draft, seen: Set<string>): string | null {
  const { kind } = draft.content;
  if (draft.length < shortestRepetition || (kind !== 'paragraph' && kind !== 'heading')) return null;
  const words = squeezed(draftText(draft));
  if (seen.has(words)) return 'The page shows it twice.';
  seen.add(words);
  return null;
}

function squeezed(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

export function sameWords(one: string, other: string): boolean {
  return squeezed(one) === squeezed(other);
}

/** Headings with nothing under them, and rules at the edges. */
function withoutLooseEnds(drafts: readonly Draft[], log: RemovalLog): Draft[] {
  let end = drafts.length;
  while (end > 0) {
    const draft = drafts[end - 1];
    if (draft === undefined || draft.furniture !== null) break;
    if (draft.content.kind !== 'heading' && draft.content.kind !== 'rule') break;
    log.addDraft('end', 'Nothing follows this heading.', draft);
    end -= 1;
  }
  let start = 0;
  while (start < end && drafts[start]?.content.kind === 'rule') start += 1;
  return drafts.slice(start, end);
}
