import type { MetadataSource } from '../../../../../contract/index.ts';
import { isReleaseLine, looksLikePaper } from '../../../../../reading/document/head.ts';
import { countWords } from '../../../../../reading/document/word-count.ts';
import { withoutPublication } from '../../../web/html/metadata/titles.ts';
import type { Draft } from '../layout/draft.ts';
import { isPartOf } from './article-run.ts';

export interface ChosenTitle {
  /** Null where neither the page nor the document has a title of its own. */
  readonly text: string | null;
  readonly source: {
    readonly from: MetadataSource;
    readonly overruled: readonly { readonly from: MetadataSource; readonly value: string }[];
  };
  /** The paper's name, where the document's title adds it to the headline. */
  readonly publication: string | null;
}

interface Shown {
  readonly text: string;
  readonly size: number;
  readonly page: number;
  readonly isHeading: boolean;
}

/**
 * The headline that the page shows is the title; what the document says of itself helps to tell which
 * of the lines it is, and stands in where the page shows none. A document's own title that the page
 * doesn't show is often a template's.
 */
export function chooseTitle(drafts: readonly Draft[], own: string | null, isPrinted: boolean): ChosenTitle {
  const lines = drafts.flatMap(shownLine);
  if (own !== null) {
    const agreeing = lines.filter(({ text }) => isPartOf(text, own) || isPartOf(own, text));
    const best =
      closest(
        agreeing.filter(({ isHeading }) => isHeading),
        own,
      ) ?? closest(agreeing, own);
    if (best !== null)
      return { text: best.text, source: fromPage(own, best.text), publication: paperIn(own, best.text) };
    if (isPrinted) {
      const bare = withoutPublication(own, null, true);
      return { text: bare, source: { from: 'document-title', overruled: [] }, publication: null };
    }
  }
  const onFirst = lines.filter((line) => line.isHeading && line.page === lines[0]?.page && !isLetterhead(line.text));
  // A letterhead is as large as a headline, and has fewer words.
  const headline = largest(onFirst.filter(({ text }) => countWords(text) >= 3)) ?? largest(onFirst);
  if (headline !== null) return { text: headline.text, source: fromPage(own, headline.text), publication: null };
  return { text: own, source: { from: 'document-title', overruled: [] }, publication: null };
}

/** A paragraph longer than this is no headline. */
const longestTitle = 300;

function shownLine({ block, size, page }: Draft): Shown[] {
  if ((block.kind !== 'heading' && block.kind !== 'paragraph') || block.role !== 'body') return [];
  const { text } = block.content;
  return text.length > longestTitle ? [] : [{ text, size, page, isHeading: block.kind === 'heading' }];
}

/** Names a paper, an address or the kind of text, and not what it is about. */
function isLetterhead(text: string): boolean {
  return isReleaseLine(text) || looksLikePaper(text) || /\S@\S|https?:|www\./u.test(text);
}

/** The line that agrees best with the document's own title: its beginning rather than its end, where the paper's name is. */
function closest(lines: readonly Shown[], own: string): Shown | null {
  const worth = ({ text, size }: Shown) =>
    (own.startsWith(text) || text.startsWith(own) ? 2 : 0) +
    Math.min(text.length, own.length) / Math.max(text.length, own.length) +
    size / 1000;
  return [...lines].sort((first, second) => worth(second) - worth(first))[0] ?? null;
}

function largest(lines: readonly Shown[]): Shown | null {
  let best: Shown | null = null;
  for (const line of lines) if (best === null || line.size > best.size * 1.02) best = line;
  return best;
}

function fromPage(own: string | null, shown: string): ChosenTitle['source'] {
  const differs = own !== null && own !== shown;
  return { from: 'page', overruled: differs ? [{ from: 'document-title', value: own }] : [] };
}

/** "Pier rebuilt | Port Ellery Courier" names the paper beside the headline. */
function paperIn(own: string, headline: string): string | null {
  const at = own.indexOf(headline);
  if (at < 0) return null;
  const rest = `${own.slice(0, at)} ${own.slice(at + headline.length)}`.replace(
    /^[\s|»«•·–—:/-]+|[\s|»«•·–—:/-]+$/gu,
    '',
  );
  return rest.length >= 3 && rest.length <= 40 && countWords(rest) <= 6 && !/[|»«•·–—/]/u.test(rest) ? rest : null;
}
