import { VerbatimError } from '../../../../contract/index.ts';
import type { CapturedDocument, FormatReader, FormatSource } from '../../../format.ts';
import { activeContent } from './active-content.ts';
import { toDocument, wordsOf } from './article/to-document.ts';
import { layOut } from './layout/lay-out.ts';
import { openPdf } from './library.ts';
import { countPages, drawPage } from './page-picture.ts';
import { readPages } from './pages.ts';
import { readPdfProperties } from './properties.ts';

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
  async *read(source: FormatSource): AsyncIterable<CapturedDocument> {
    source.signal.throwIfAborted();
    const document = await openPdf(source.bytes, 'words');
    try {
      const pages = await readPages(document);
      if (pages.pages.length === 0)
        throw new VerbatimError(
          'unsupported',
          'It is a PDF whose pages are damaged; none of them could be read. Download or export it again.',
        );
      const content = {
        pages,
        layout: layOut(pages),
        properties: await readPdfProperties(document),
        active: await activeContent(document, source.bytes, pages),
      };
      yield toDocument(content, source.name);
    } finally {
      await document.loadingTask.destroy();
    }
  },
  pages: { count: countPages, draw: drawPage },
  async words(bytes) {
    const document = await openPdf(bytes, 'words');
    try {
      const pages = await readPages(document);
      return wordsOf({ pages, layout: layOut(pages) });
    } finally {
      await document.loadingTask.destroy();
    }
  },
};
