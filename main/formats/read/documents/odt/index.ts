import { decodeBeginning } from '../../../../reading/document/beginning.ts';
import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { rootOfBytes } from '../../../shared/xml/prolog.ts';
import { zipKind } from '../../../shared/zip/zip-kind.ts';

/** An OpenDocument text as one XML file says so at its root. */
function isFlat(head: Uint8Array): boolean {
  const begin = Buffer.from(head.subarray(0, 512)).toString('latin1');
  return (
    /<\?xml|<office:/u.test(begin) &&
    rootOfBytes(head)?.name === 'document' &&
    decodeBeginning(head).includes('opendocument.text')
  );
}

/** Reads texts of LibreOffice and others (OpenDocument 1.3), in a zip (`.odt`) or as one XML file (`.fodt`). */
export const odtReader: FormatReader = {
  name: 'odt',
  version: '2',
  mediaType: 'application/vnd.oasis.opendocument.text',
  sniff(head, name) {
    const kind = zipKind(head);
    if (kind === 'odt') return 1;
    if (kind !== null) return kind === 'office' && /\.o[td][tmh]$/iu.test(name) ? 0.9 : 0;
    return isFlat(head) ? 1 : 0;
  },
  ...loadedWhenUsed(() => import('./read.ts')),
};
