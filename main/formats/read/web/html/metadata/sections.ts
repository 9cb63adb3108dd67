import type { HtmlPage } from '../../../../shared/html/tree.ts';
import { plainText } from '../removal-log.ts';
import type { Candidate, Candidates } from './candidates.ts';
import type { ShownPage } from './shown-page.ts';

/** Under what a page files its article. */

const longestSection = 60;
/** What programs write where nobody chose anything. */
const none =
  /^(?:tags?|all|allgemein|uncategori[sz]ed|unkategorisiert|nicht kategorisiert|non classé|sin categoría|senza categoria|sem categoria|home(?:page)?|start(?:seite)?|front page|slider|featured|default|none|article|artikel|detail(?:ansicht)?|übersicht(?:sseite)?|latest|(?:alle|all) \p{L}+)$/iu;

/** The categories that a page links to beside its headline. */
export function readShownSections(page: HtmlPage, shown: ShownPage, candidates: Candidates): void {
  for (const element of page.elements) {
    if (element.name !== 'a' || !/(?:^|\s)category(?:\s|$)/iu.test(element.attributes.rel ?? '')) continue;
    if (shown.placeOf(element) === 'inside')
      candidates.add(
        'section',
        shown.isNear(element, 400, 700) ? 'page' : 'page elsewhere',
        plainText(element, longestSection * 2),
      );
  }
}

/** The first that is a section's name; of a list of them the first. */
export function chooseSection(found: readonly Candidate[], title: string | null): Candidate | null {
  for (const { from, value } of found) {
    const section = value.split(/\s*[,;>]\s*/u).find((part) => part !== '' && !none.test(part));
    if (section !== undefined && section.length <= longestSection && section !== title) return { from, value: section };
  }
  return null;
}
