import { phrasesOf } from '../../../../reading/languages/index.ts';
import { lineBeginning, phraseSource, wholeLine } from '../../../../reading/languages/phrases.ts';

/** Lines that announce something other than the article, in the languages that papers use. */

/** What follows such a line at the end of an article is other articles, comments or the paper itself. */
export const tailLabel = wholeLine(
  phrasesOf(({ edges }) => edges?.tailLabels),
  { before: '\\W{0,4}', after: '\\W{0,4}' },
);

/** Whose furniture such a line is. */
export const commentLabel = new RegExp(phraseSource(phrasesOf(({ edges }) => edges?.commentSigns)), 'iu');

/** Before a name. The name's capital is asked for apart: a pattern that ignores case takes any letter for one. */
const signature = new RegExp(
  `^${phraseSource(
    phrasesOf(({ edges }) => edges?.signatures),
    { closes: true },
  )}(?:\\s*:)?\\s*`,
  'iu',
);
const dateLabel = lineBeginning(phrasesOf(({ edges }) => edges?.dateLabels));
/** Longer lines that end as a sentence ends are sentences: "Updated figures will be published on Friday." */
const longestSigned = 30;

/** A line by which an article names its writer or says when it was published. */
export function isBylineLine(text: string): boolean {
  if (text.length >= longestSigned && /[.!?]["'”’»)]?$/u.test(text)) return false;
  const before = signature.exec(text)?.[0];
  return (before !== undefined && /^\p{Lu}/u.test(text.slice(before.length))) || dateLabel.test(text);
}
