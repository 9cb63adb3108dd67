import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { markupVersion } from '../../web/html/version.ts';
import { sniffNinjs } from './sniff.ts';

/** ninjs 1.x, 2.x and 3.x: an item with those associated to it, or a list of items. */
export const ninjsReader: FormatReader = {
  name: 'ninjs',
  version: `1.${markupVersion}`,
  mediaType: 'application/json',
  sniff: sniffNinjs,
  ...loadedWhenUsed(() => import('./read.ts')),
};
