import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { zipKind } from '../../../shared/zip/zip-kind.ts';
import { markupVersion } from '../../web/html/version.ts';

/**
 * Reads e-books (EPUB 2 and 3). A chapter is an article of its own, so that it can be found, cited and marked by
 * itself; the book's title is its publication. A book of one chapter is one article.
 */
export const epubReader: FormatReader = {
  name: 'epub',
  version: `3.${markupVersion}`,
  mediaType: 'application/epub+zip',
  sniff: (head) => (zipKind(head) === 'epub' ? 1 : 0),
  ...loadedWhenUsed(() => import('./read.ts')),
};
