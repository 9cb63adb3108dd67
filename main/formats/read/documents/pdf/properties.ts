import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { optional, record, safeParse, string, unknown } from 'valibot';
import type { PreciseDate } from '../../../../contract/index.ts';
import { parseDate } from '../../../../reading/document/dates.ts';
import { ownAuthor, ownTitle } from '../office/properties.ts';
import { cleanText } from './characters.ts';
import { readPdfDate } from './dates.ts';

/** What a PDF says of itself: its information dictionary, and the XMP packet, which overrules it where both speak. */
export interface PdfProperties {
  readonly title: string | null;
  readonly author: string | null;
  readonly publication: string | null;
  readonly description: string | null;
  /** When the article was published, where a publisher's system wrote it down (PRISM). */
  readonly published: PreciseDate | null;
  /** When the file was made and changed. */
  readonly created: PreciseDate | null;
  readonly modified: PreciseDate | null;
  readonly language: string | null;
  /** Made by a browser's print command: a page as it was shown at that moment. */
  readonly isPrinted: boolean;
}

const fields = record(string(), optional(unknown()));

export async function readPdfProperties(document: PDFDocumentProxy): Promise<PdfProperties> {
  const { info, metadata } = await readMetadata(document);
  const text = (value: unknown): string | null => {
    const all = Array.isArray(value) ? value.filter((item) => typeof item === 'string').join('; ') : value;
    const words = typeof all === 'string' ? cleanText(all).replace(/\s+/gu, ' ').trim() : '';
    return words === '' ? null : words;
  };
  const xmp = (name: string) => text(metadata?.get(name));
  const inInfo = (name: string) => text(info[name]);
  const iso = (written: string | null) => (written === null ? null : parseDate(written, null));
  const pdf = (written: string | null) => (written === null ? null : readPdfDate(written));
  const title = ownTitle(xmp('dc:title')) ?? ownTitle(inInfo('Title'));
  return {
    title,
    author: ownAuthor(xmp('dc:creator')) ?? ownAuthor(inInfo('Author')),
    publication: xmp('prism:publicationname') ?? xmp('dc:publisher'),
    description: xmp('dc:description') ?? inInfo('Subject'),
    published: iso(xmp('prism:publicationdate')) ?? iso(xmp('prism:coverdate')),
    created: iso(xmp('xmp:createdate')) ?? pdf(inInfo('CreationDate')),
    modified: iso(xmp('xmp:modifydate')) ?? pdf(inInfo('ModDate')),
    language: inInfo('Language') ?? xmp('dc:language'),
    isPrinted: isBrowser(inInfo('Creator') ?? '', inInfo('Producer') ?? ''),
  };
}

function isBrowser(creator: string, producer: string): boolean {
  return /mozilla\/\d|chrom(?:e|ium)|firefox|safari|edg(?:e|\/)|opera/iu.test(`${creator} ${producer}`);
}

async function readMetadata(document: PDFDocumentProxy) {
  try {
    const { info, metadata } = await document.getMetadata();
    const read = safeParse(fields, info);
    return { info: read.success ? read.output : {}, metadata: metadata as { get(name: string): unknown } | null };
  } catch {
    // Properties that can't be read are none; the words don't depend on them.
    return { info: {}, metadata: null };
  }
}
