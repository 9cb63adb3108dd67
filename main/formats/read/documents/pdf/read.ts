import { VerbatimError } from '../../../../contract/index.ts';
import type { FormatSource, FoundInFile } from '../../../format.ts';
import { activeContent } from './active-content.ts';
import { toDocument, wordsOf } from './article/to-document.ts';
import { layOut } from './layout/lay-out.ts';
import { openPdf } from './library.ts';
import { readPages } from './pages.ts';
import { readPdfProperties } from './properties.ts';

/** For `FormatReader.read`. */
export async function* read(source: FormatSource): AsyncIterable<FoundInFile> {
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
}

/** For `FormatReader.words`. */
export async function words(bytes: Uint8Array): Promise<string> {
  const document = await openPdf(bytes, 'words');
  try {
    const pages = await readPages(document);
    return wordsOf({ pages, layout: layOut(pages) });
  } finally {
    await document.loadingTask.destroy();
  }
}
