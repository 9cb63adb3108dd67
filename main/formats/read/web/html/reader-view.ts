import type { ArticleMetadata } from '../../../../contract/index.ts';
import type { HtmlElement, HtmlPage } from '../../../shared/html/tree.ts';
import { namesIn } from './metadata/names.ts';
import { plainText } from './removal-log.ts';

/** What a browser's reading view writes above the article that it cut out of a page. */
export interface ReaderView {
  /** The page's address, or null. */
  readonly address: string | null;
  /** The byline as written, or null. */
  readonly credits: string | null;
}

/** Reads the head of Firefox's reading view, whose parts had ids before they had classes; null for any other page. */
export function readerViewOf(page: HtmlPage): ReaderView | null {
  if (!page.elements.some((element) => isCalled(element, 'moz-reader-content'))) return null;
  const domain = page.elements.find((element) => isCalled(element, 'reader-domain'));
  const credits = page.elements.find((element) => isCalled(element, 'reader-credits'));
  const address = domain?.attributes.href ?? '';
  const written = credits === undefined ? '' : plainText(credits, 500).trim();
  return {
    address: /^https?:\/\//iu.test(address) ? address : null,
    credits: written === '' ? null : written,
  };
}

function isCalled({ attributes }: HtmlElement, name: string): boolean {
  if (attributes.id === name) return true;
  const classes = attributes.class;
  // Asked of every element of every page, so what can't be is told without taking the names apart.
  return classes?.includes(name) === true && classes.split(/\s+/u).includes(name);
}

/** The byline that the reading view shows goes before what else looks like one. */
export function withCredits<Metadata extends Pick<ArticleMetadata, 'byline' | 'sources' | 'publication'>>(
  metadata: Metadata,
  view: ReaderView | null,
): Metadata {
  const names = namesIn(view?.credits ?? '', { publication: metadata.publication });
  if (names.length === 0) return metadata;
  const overruled = metadata.byline.map((value) => ({ from: metadata.sources.byline?.from ?? 'page', value }));
  return {
    ...metadata,
    byline: names,
    sources: { ...metadata.sources, byline: { from: 'reader-view', overruled } },
  };
}
