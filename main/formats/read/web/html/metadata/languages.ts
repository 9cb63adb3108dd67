import { guessLanguage, languageTag } from '../../../../../reading/document/language.ts';
import type { HtmlPage } from '../../../../shared/html/tree.ts';
import { plainText } from '../removal-log.ts';
import type { Candidate } from './candidates.ts';

/** In which language a page speaks. */

const order = ['html', 'json-ld', 'opengraph', 'dublin-core', 'meta', 'microdata'];
/** Those that the words themselves tell. */
const told = /^(?:en|de|fr|es|it)(?:-|$)/u;
const enoughWords = 8000;

/**
 * The first tag, by where it stands; names of languages and nonsense are nobody's tag. Templates say "en"
 * about pages in every language: where the words clearly are of another one, they are believed.
 */
export function chooseLanguage(page: HtmlPage, found: readonly Candidate[]): Candidate | null {
  const rank = (from: string): number => (order.includes(from) ? order.indexOf(from) : order.length);
  const said =
    [...found]
      .sort((one, other) => rank(one.from) - rank(other.from))
      .map(({ from, value }) => ({ from, value: languageTag(value) }))
      .find((candidate): candidate is Candidate => candidate.value !== null) ?? null;
  if (said !== null && !told.test(said.value)) return said;
  const guessed = guessLanguage(wordsOf(page));
  if (guessed === null || said?.value.startsWith(guessed) === true) return said;
  return { from: 'words', value: guessed };
}

/** The words of a page's paragraphs, as many as are needed. */
function wordsOf(page: HtmlPage): string {
  let words = '';
  for (const element of page.elements) {
    if (element.name !== 'p') continue;
    words += `${plainText(element, enoughWords)}\n`;
    if (words.length > enoughWords) break;
  }
  return words;
}
