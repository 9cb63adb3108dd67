import type { HtmlPage } from '../../../../shared/html/tree.ts';
import { classWords } from '../prune.ts';
import { plainText } from '../removal-log.ts';
import type { Candidates } from './candidates.ts';
import type { ShownPage } from './shown-page.ts';

const subheadWords =
  / (?:subhead|subheading|subheadline|sub headline|subtitle|sub title|standfirst|deck|dek|lead|lede|lead text|teaser text|intro|introduction|summary|excerpt|abstract|description|strapline|kicker text|vorspann|untertitel|unterzeile|chapeau|bajada|copete|entradilla|sottotitolo|sommario|article subtitle|article summary|article lead|post subtitle|entry subtitle) /u;

const shortest = 20;
const longest = 600;

/** The second headline that the page shows under the first. */
export function readShownSubheading(page: HtmlPage, shown: ShownPage, headline: number, candidates: Candidates): void {
  for (const element of page.elements) {
    if (element.order <= headline || !subheadWords.test(classWords(element))) continue;
    const length = shown.lengthOf(element);
    if (length <= shortest || length > longest || shown.placeOf(element) !== 'inside' || !shown.isNear(element, 0, 900))
      continue;
    const text = plainText(element, longest + 200)
      .replace(/\s+/gu, ' ')
      .trim();
    if (text.length > shortest && text.length <= longest) candidates.add('subheading', 'page', text);
  }
}
