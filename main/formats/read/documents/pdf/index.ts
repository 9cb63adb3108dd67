import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed, pagesLoadedWhenUsed } from '../../../shared/loaded-when-used.ts';

/** PDF (ISO 32000): the words of press releases, reports, newspaper pages and pages printed from the web. */
export const pdfReader: FormatReader = {
  name: 'pdf',
  version: '1',
  mediaType: 'application/pdf',
  sniff(head, name) {
    // A header may stand within the first 1,024 bytes (ISO 32000-1, H.3, note 13). So may a word about PDF in
    // a text, or the first file of a tape: what stands before it must be nothing, or the name must say what it is.
    const beginning = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 1024)).toString('latin1');
    if (/^(?:\u00EF\u00BB\u00BF)?[\s\0]*%PDF-/u.test(beginning)) return 1;
    return beginning.includes('%PDF-') && /\.pdf$/iu.test(name) ? 0.9 : 0;
  },
  ...loadedWhenUsed(() => import('./read.ts')),
  pages: pagesLoadedWhenUsed(() => import('./page-picture.ts')),
};
