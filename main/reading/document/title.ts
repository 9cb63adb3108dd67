import { blockText } from '../../contract/canonical-text.ts';
import { type Block, sentencesOf } from '../../contract/index.ts';
import { phrasesOf } from '../languages/index.ts';
import { phraseSource } from '../languages/phrases.ts';

/** Titles for texts that come without a marked one. */

/** The longest title made from a sentence, in UTF-16 units, before the ellipsis. */
export const titleLength = 90;

const danglingWord = new RegExp(`[\\s,;:–—-]+${phraseSource(phrasesOf(({ danglingWords }) => danglingWords))}$`, 'iu');

/** Whether a line that stands alone has the shape of a headline. */
export function looksLikeHeadline(line: string): boolean {
  const text = line.trim();
  if (text.length > 160 || !/\p{L}{2}/u.test(text)) return false;
  const words = text.split(/\s+/u);
  if (words.length > 24) return false;
  // A sentence with a full stop is prose; so is what leads on to something.
  if (/[.,;:。、]["'”’»)」]*$/u.test(text) && !/(?:\.\.\.|\b(?:Inc|Jr|Sr|Co|U\.S|U\.K)\.)$/u.test(text)) return false;
  if (/^[\p{Ll}]/u.test(text) && !/^(?:i[A-Z]|e-?[A-Z]|de |von |van |d['’])/u.test(text)) return false;
  if (/\S@\S+\.\S|https?:\/\//u.test(text)) return false;
  // Two sentences in one line are a paragraph.
  return sentencesOf(text).length <= 2;
}

/**
 * A title from a text's first sentence: the whole of it when it is short, else cut where a clause ends
 * (or at a word, never after "of the") with an ellipsis. The body keeps the sentence.
 */
export function titleFromText(text: string): string {
  // "PORT ELLERY, Tessaly (TP) — " says where it was written, not what it is about.
  const undated = text.replace(
    /^\p{Lu}[\p{Lu} .’'-]{2,40}(?:, [^—–:]{2,40})?(?: \([^)]{2,30}\))?\s*(?:[—–]|--?)\s+(?=[\p{Lu}“"„«])/u,
    '',
  );
  const first = sentencesOf(undated)[0];
  const sentence = (first === undefined ? undated : undated.slice(first.start, first.end)).replace(/\s+/gu, ' ').trim();
  if (sentence.length <= titleLength + 10) return sentence.replace(/(?<!\.)[.。]$/u, '');
  const room = sentence.slice(0, titleLength + 1);
  const clause = lastClauseEnd(room);
  let cut = clause ?? room.lastIndexOf(' ');
  // A text without spaces (Japanese, a long address) is cut between characters.
  if (cut < titleLength / 3) cut = titleLength;
  let title = wholeCharacters(sentence.slice(0, cut));
  while (danglingWord.test(title)) title = title.replace(danglingWord, '');
  return `${title.replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** Where the last clause in the second half ends, or null. */
function lastClauseEnd(room: string): number | null {
  let end: number | null = null;
  for (const match of room.matchAll(
    /[,;:]\s|\s[–—-]\s|\s(?:and|but|because|after|before|while|und|aber|weil|nachdem|et|mais|y|pero|ma|perché)\s/giu,
  ))
    if (match.index > room.length * 0.55) end = match.index;
  return end;
}

/** Never half of a surrogate pair. */
function wholeCharacters(text: string): string {
  return /[\uD800-\uDBFF]$/u.test(text) || /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}

/** The title of a text without a headline; empty when it has no words at all. */
export function titleOfBody(blocks: readonly Block[]): string {
  const prose = blocks.find(
    (block) => block.role === 'body' && block.kind !== 'rule' && /[\p{L}\p{N}]/u.test(blockText(block)),
  );
  return prose === undefined ? '' : titleFromText(blockText(prose));
}
