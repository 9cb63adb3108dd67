import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { rootOfBytes } from '../../../shared/xml/prolog.ts';

/**
 * Sitemaps (sitemaps.org) with the news extension (schemas/sitemap-news): a paper's list of its articles
 * of the last days. They hold titles, dates and addresses, and no article.
 */
export const sitemapReader: FormatReader = {
  name: 'sitemap',
  version: '1',
  mediaType: 'application/xml',
  sniff(head) {
    const name = rootOfBytes(head)?.name;
    return name === 'urlset' || name === 'sitemapindex' ? 1 : 0;
  },
  ...loadedWhenUsed(() => import('./read.ts')),
};
