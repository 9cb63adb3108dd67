import { blockText } from '../../contract/canonical-text.ts';
import type { Block, BlockPurpose, InlineText } from '../../contract/index.ts';
import { phrasesOf } from '../languages/index.ts';
import { holding } from '../languages/phrases.ts';
import { correctionPattern, type FurnitureRule, furnitureRules, reachable } from './furniture-rules.ts';
import { countWords } from './word-count.ts';

/**
 * Tells the article's words from what a newspaper puts around them: appeals to subscribe, the
 * reporter's address, links to other articles, sharing, comments, notices. A wrong yes hides words
 * of the article, a wrong no leaves a line too many, so every doubt leaves a block in the body.
 */

const speechReported = holding(phrasesOf(({ reported }) => reported));

const account =
  /\b(?:facebook|twitter|instagram|linkedin|mastodon|bluesky|threads|tiktok|youtube|telegram|whatsapp)\b/iu;

/** Labels that stand alone over a list of links ("Related", "Read more:"). */
function isBareLabel(text: string): boolean {
  return !/[:»›→►]\s*\S/u.test(text) && countWords(text, 7) <= 6;
}

/** True when all letters of a run stand under links. */
function isWhollyLinked(content: InlineText): boolean {
  let rest = content.text;
  for (const mark of content.marks) {
    if (mark.kind !== 'link') continue;
    rest = rest.slice(0, mark.start) + ' '.repeat(mark.end - mark.start) + rest.slice(mark.end);
  }
  return content.text.trim() !== '' && !/[\p{L}\d]/u.test(rest);
}

/** The shape of a title in a list of links: short, and no sentence. */
function looksLikeLinkTitle(block: Block): boolean {
  if (block.kind === 'list') return true;
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return false;
  const { text } = block.content;
  return isWhollyLinked(block.content) || (countWords(text, 21) <= 20 && !/[.!?…:;"”’)]$/u.test(text.trim()));
}

function matches(rule: FurnitureRule, text: string, words: number, atEnd: boolean): boolean {
  if (words > rule.maximumWords || (rule.where === 'end' && !atEnd)) return false;
  if (!rule.pattern.test(text)) return false;
  if (!rule.mayReportSpeech && speechReported.test(text)) return false;
  return rule.unreachableWords === null || words <= rule.unreachableWords || reachable.test(text) || account.test(text);
}

const longestRule = Math.max(...furnitureRules.map(({ maximumWords }) => maximumWords));

function ruleFor(raw: string, atEnd: boolean): BlockPurpose | null {
  // No rule takes a line this long; the patterns are spared looking at it.
  if (raw.length > 1200) return null;
  // "- Advertisement -", "*** Read more ***"
  const text = raw
    .replace(/\s+/gu, ' ')
    .replace(/^[ *_|·•–—-]+(?=[\p{L}\d(©])|(?<=[\p{L}\d.!?)])[ *_|·•–—-]+$/gu, '')
    .trim();
  if (text === '') return null;
  const words = countWords(text, longestRule + 1);
  if (words > longestRule) return null;
  return furnitureRules.find((rule) => matches(rule, text, words, atEnd))?.purpose ?? null;
}

function purposeOf(block: Block, atEnd: boolean, proseFollows: boolean): BlockPurpose | null {
  if (block.kind === 'paragraph') return ruleFor(block.content.text, atEnd);
  if (block.kind === 'heading') {
    const purpose = ruleFor(block.content.text, atEnd);
    // "Cookies" or "Facebook" over a paragraph of prose is a section of the article.
    const label = purpose === 'related' || purpose === 'comments' || purpose === 'promotion';
    return proseFollows && !label ? null : purpose;
  }
  if (block.kind === 'list') {
    // A list is furniture only as a whole.
    const purposes = block.items.map((item) => ruleFor(item.content.text, atEnd));
    return purposes.every((purpose) => purpose !== null) ? (purposes[0] ?? null) : null;
  }
  return null;
}

function isCorrection(block: Block): boolean {
  return block.kind === 'paragraph' && correctionPattern.test(block.content.text.trim());
}

function hasWords(block: Block): boolean {
  return /[\p{L}\d]/u.test(blockText(block));
}

/**
 * Gives furniture its role and purpose, and correction notes their purpose. Blocks that are furniture
 * already keep what they have, a block with a purpose of its own keeps it, and a document never loses
 * its whole body.
 */
export function markFurniture(blocks: readonly Block[]): Block[] {
  const purposes: (BlockPurpose | null)[] = blocks.map(() => null);
  // Backwards: whether a line stands at the end depends on the lines after it.
  let atEnd = true;
  let proseFollows = false;
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index];
    // Corrections are set below the article, between it and its furniture.
    if (block === undefined || block.role === 'furniture' || !hasWords(block) || isCorrection(block)) continue;
    const purpose = purposeOf(block, atEnd, proseFollows);
    purposes[index] = purpose;
    proseFollows = purpose === null && countWords(blockText(block), 20) >= 20;
    if (purpose === null) atEnd = false;
  }
  markLinkedLists(blocks, purposes);

  const marked = blocks.map((block, index): Block => {
    if (block.role === 'furniture') return block;
    const purpose = purposes[index] ?? null;
    if (purpose !== null) return { ...block, role: 'furniture', purpose };
    return isCorrection(block) && block.purpose === null ? { ...block, purpose: 'correction' } : block;
  });
  const keepsBody = marked.some((block) => block.role === 'body' && hasWords(block));
  return keepsBody ? marked : [...blocks];
}

/** What hangs on a bare label ("Related", then a list or titles) goes with it. */
function markLinkedLists(blocks: readonly Block[], purposes: (BlockPurpose | null)[]): void {
  for (const [index, block] of blocks.entries()) {
    if (purposes[index] !== 'related' || !isBareLabel(blockText(block))) continue;
    for (let next = index + 1; next < blocks.length; next += 1) {
      const follower = blocks[next];
      if (follower === undefined || follower.role === 'furniture' || purposes[next] !== null) break;
      if (!hasWords(follower)) continue;
      if (!looksLikeLinkTitle(follower)) break;
      purposes[next] = 'related';
      // One list belongs to the label; prose-like titles may go on.
      if (follower.kind === 'list') break;
    }
  }
}
