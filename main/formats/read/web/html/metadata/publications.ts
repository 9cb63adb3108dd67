import type { HtmlPage } from '../../../../shared/html/tree.ts';
import type { Candidate, Candidates } from './candidates.ts';
import type { Heading } from './headings.ts';

/** Who publishes a page. */

const longestName = 120;
const longestAfterTitle = 60;

const order = [
  'opengraph',
  'json-ld',
  'json-ld site',
  'microdata',
  'dublin-core',
  'json-ld page',
  'meta',
  'title',
  'feed',
  'page',
];

/** The name by the place that says it most plainly; what is called like the article itself is none. */
export function choosePublication(candidates: Candidates): Candidate | null {
  const titles = new Set(candidates.of('title').map(({ value }) => value));
  const rank = (from: string): number => (order.includes(from) ? order.indexOf(from) : order.length);
  return (
    [...candidates.of('publication')]
      .sort((one, other) => rank(one.from) - rank(other.from))
      .find(
        ({ value }) =>
          value.length < longestName &&
          !/^https?:/iu.test(value) &&
          !(value.length > longestAfterTitle && titles.has(value)),
      ) ?? null
  );
}

/** What names a page's site where nothing says so outright: the end of its title, its feed, its masthead. */
export function addSiteNames(
  page: HtmlPage,
  title: string | null,
  headings: readonly Heading[],
  candidates: Candidates,
): void {
  for (const { from, value } of candidates.of('title'))
    if (from === 'title' && title !== null) candidates.add('publication', 'title', afterTitle(value, title));
  for (const element of page.elements) {
    if (element.name === 'body') break;
    const feed = element.name === 'link' ? (element.attributes.title ?? '') : '';
    const name = /^(.{2,60}?)\s*[»›>|]\s*(?:rss[ -])?feed$/iu.exec(feed)?.[1];
    if (name !== undefined) candidates.add('publication', 'feed', name);
  }
  const masthead = headings.find(
    ({ level, isSiteName, text }) =>
      level === 1 && isSiteName && /\p{L}{2}/u.test(text) && text.length <= longestAfterTitle,
  );
  if (masthead !== undefined && masthead.text !== title) candidates.add('publication', 'page', masthead.text);
}

/** What browsers' reading views add to the title of a page. */
const addedByView = /^(?:reading mode|reader (?:mode|view)|immersive reader|lesemodus|leseansicht|mode lecture)$/iu;

/** "Headline | Section | Paper": the last part after the headline, or null. */
function afterTitle(whole: string, title: string): string | null {
  if (!whole.startsWith(title)) return null;
  const parts = whole
    .slice(title.length)
    .split(/\s+[|»«•·–—-]\s+|\s*[|»]\s*/u)
    .map((part) => part.trim());
  const last = parts.at(-1) ?? '';
  return parts.length > 1 &&
    parts[0] === '' &&
    /\p{L}{2}/u.test(last) &&
    !/^(?:by|von|par|por) /iu.test(last) &&
    !addedByView.test(last) &&
    last.length <= longestAfterTitle
    ? last
    : null;
}
