import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { RemovalLogEntry } from '../../../../contract/index.ts';
import type { PageAnnotation } from './links.ts';
import type { ReadPages } from './pages.ts';

/**
 * What a PDF can carry besides words: scripts, commands to start programs, files in the file, forms,
 * comments. None of it is run or opened; the log says that it was there.
 */
export async function activeContent(
  document: PDFDocumentProxy,
  bytes: Uint8Array,
  pages: ReadPages,
): Promise<RemovalLogEntry[]> {
  const log: RemovalLogEntry[] = [];
  const add = (step: string, reason: string, text: string) =>
    log.push({ step, reason, text: text.slice(0, longestText) });
  if ((await quietly(() => document.hasJSActions(), true)) || mentions(bytes, /\/S\s*\/JavaScript\b/u))
    add('scripts', 'The document carries JavaScript. It was not run.', 'JavaScript');
  if (mentions(bytes, /\/S\s*\/Launch\b/u))
    add(
      'actions',
      'The document asks to start a program or to open another file. Nothing was started.',
      'Launch action',
    );
  if (mentions(bytes, /\/S\s*\/(?:SubmitForm|ImportData)\b/u))
    add('actions', 'The document asks to send or to fetch a form’s data. Nothing was sent.', 'SubmitForm action');
  if (mentions(bytes, /\/Subtype\s*\/(?:RichMedia|Movie|Sound|Screen|3D)\b/u))
    add('media', 'The document carries sound, film or a model. It was left in the original.', 'Media');
  const files = await quietly(() => document.getAttachments(), null);
  for (const name of files?.keys() ?? [])
    add('attachments', 'A file in the document; it was left in the original and not opened.', String(name));
  for (const { text, annotations } of pages.pages)
    for (const annotation of annotations) {
      const words = wordsOf(annotation);
      if (words !== null) add('comments', `It stands in a comment or a form’s field on page ${text.number}.`, words);
    }
  return log.slice(0, mostEntries);
}

const longestText = 2000;
const mostEntries = 500;

/** Comments and what was written into fields; a link's own words stand in the page's text. */
function wordsOf({ subtype, contentsObj, fieldValue }: PageAnnotation): string | null {
  if (subtype === 'Link' || subtype === 'Popup') return null;
  const words = [contentsObj?.str ?? '', fieldValue ?? ''].join(' ').trim();
  return words === '' ? null : words;
}

function mentions(bytes: Uint8Array, pattern: RegExp): boolean {
  const step = 8 * 1024 * 1024;
  for (let start = 0; start < bytes.length; start += step)
    if (
      pattern.test(
        Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(step + 64, bytes.length - start)).toString(
          'latin1',
        ),
      )
    )
      return true;
  return false;
}

/** What can't be read is taken to be there, or not, as the caller says: a damaged part stops nothing. */
async function quietly<Value>(ask: () => Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await ask();
  } catch {
    return otherwise;
  }
}
