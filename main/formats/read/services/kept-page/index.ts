import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { markupVersion } from '../../web/html/version.ts';

/**
 * The words of an article as another program kept them, and nothing else: a reading service's page without a
 * head, a cell of a table. What it is called and where it was is told by the container that it comes out of.
 * No file is one by its look.
 */
export const keptPageReader: FormatReader = {
  name: 'kept-page',
  version: `1.${markupVersion}`,
  mediaType: 'text/html',
  sniff: () => 0,
  ...loadedWhenUsed(() => import('./read.ts')),
};
