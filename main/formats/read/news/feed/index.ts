import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { rootOfBytes } from '../../../shared/xml/prolog.ts';
import { markupVersion } from '../../web/html/version.ts';

/** RSS and Atom feeds from files. Their entries are articles where the feed has their whole text. */
export const feedReader: FormatReader = {
  name: 'feed',
  version: `1.${markupVersion}`,
  mediaType: 'application/xml',
  sniff(head) {
    const root = rootOfBytes(head);
    if (root === null) return 0;
    switch (root.name) {
      case 'rss':
        return 1;
      case 'feed':
      case 'entry':
        return /http:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/atom\/ns#)/iu.test(root.rest)
          ? 1
          : /<(?:\w+:)?(?:entry|title|updated|id)[\s>]/iu.test(root.rest)
            ? 0.9
            : 0;
      case 'rdf':
        // Other programs write RDF too: only a feed has a channel, or items of RSS.
        return /purl\.org\/rss\/1\.0\/["']|netscape\.com\/rdf\/simple\/0\.9/iu.test(root.rest) ? 1 : 0;
      default:
        return 0;
    }
  },
  ...loadedWhenUsed(() => import('./read.ts')),
};
