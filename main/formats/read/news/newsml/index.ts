import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { rootOfBytes } from '../../../shared/xml/prolog.ts';
import { markupVersion } from '../../web/html/version.ts';

const rootsOfG2 = new Set([
  'newsmessage',
  'newsitem',
  'packageitem',
  'conceptitem',
  'knowledgeitem',
  'planningitem',
  'catalogitem',
]);

/** NewsML-G2 and NewsML 1.x, as news agencies send them. */
export const newsmlReader: FormatReader = {
  name: 'newsml',
  version: `1.${markupVersion}`,
  mediaType: 'application/xml',
  sniff(head) {
    const root = rootOfBytes(head);
    if (root === null) return 0;
    if (root.name === 'newsml') return 1;
    return rootsOfG2.has(root.name) ? (/iptc\.org\/std\/nar/iu.test(root.rest) ? 1 : 0.9) : 0;
  },
  ...loadedWhenUsed(() => import('./read.ts')),
};
