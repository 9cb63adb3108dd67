import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { markupVersion } from '../html/version.ts';
import { isBinary } from './sniff.ts';

/** Reads pages that Safari saves with their pictures in one file (`.webarchive`), in both forms of property lists. */
export const webArchiveReader: FormatReader = {
  name: 'webarchive',
  version: `1.${markupVersion}`,
  mediaType: 'application/x-webarchive',
  sniff(head, name) {
    const isNamed = /\.webarchive$/iu.test(name);
    const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 64 * 1024)).toString('latin1');
    if (
      !isBinary(head) &&
      !/^\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!DOCTYPE plist|<plist[\s>])/iu.test(start)
    )
      return 0;
    // A list may tell its keys' names far behind the page's bytes.
    return isNamed || start.includes('WebMainResource') ? 1 : 0;
  },
  ...loadedWhenUsed(() => import('./read.ts')),
};
