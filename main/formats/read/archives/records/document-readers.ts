import type { FormatReader } from '../../../format.ts';
import { docxReader } from '../../documents/docx/index.ts';
import { epubReader } from '../../documents/epub/index.ts';
import { odtReader } from '../../documents/odt/index.ts';
import { pdfReader } from '../../documents/pdf/index.ts';
import { rtfReader } from '../../documents/rtf/index.ts';
import { textReader } from '../../documents/text/index.ts';
import { markupVersion } from '../../web/html/version.ts';

/** Documents that are no pages and have a reader of their own. They are named here: the registry imports this. */
const documentReaders: readonly FormatReader[] = [textReader, pdfReader, docxReader, odtReader, rtfReader, epubReader];
/** By media type; servers have older names for some. */
export const readersByType: ReadonlyMap<string, FormatReader> = new Map([
  ...documentReaders.map((reader) => [reader.mediaType, reader] as const),
  ['text/rtf', rtfReader],
  ['application/x-pdf', pdfReader],
]);
export const documentTypes: ReadonlySet<string> = new Set(readersByType.keys());

/** The version of how a record's body is read: that of pages, then of each kind of document. */
export const captureVersion = [markupVersion, ...documentReaders.map(({ version }) => version)].join('.');
