import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { programOf } from './sniff.ts';

/**
 * Bookmarks as every browser writes them (the Netscape bookmark file), and the pages of links that Pocket and
 * Instapaper wrote. Folders and tags become the tags of what they hold.
 */
export const bookmarksReader: FormatReader = {
  name: 'bookmarks',
  version: '1',
  mediaType: 'text/html',
  sniff: (head) => (programOf(head) === null ? 0 : 1),
  ...loadedWhenUsed(() => import('./read.ts')),
};
