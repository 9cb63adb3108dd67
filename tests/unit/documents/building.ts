import type { CapturedDocument, FormatReader } from '../../../main/formats/format.ts';
import { isMention } from '../../../main/formats/format.ts';
import { zipOf } from '../../support/zip-folder.ts';
import { readAll } from '../formats/reading.ts';

/** Documents that tests make of the parts that they are about. */

const word =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A Word document with a body, and other parts by their names. */
export function docx(body: string, more: Files = {}): Uint8Array {
  return zipOf({
    '[Content_Types].xml':
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    'word/document.xml': `<w:document ${word}><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}

/** A part of a Word document other than its text. */
export function wordPart(name: string, inside: string): string {
  return `<w:${name} ${word}>${inside}</w:${name}>`;
}

export const paragraph = (words: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;

const openDocument =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** An OpenDocument text with a body. */
export function odt(body: string, more: Files = {}): Uint8Array {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${openDocument}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...more,
  });
}

/** Rich text with a body. */
export function rtf(body: string): Uint8Array {
  return Buffer.from(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`, 'latin1');
}

export interface BookParts {
  readonly metadata?: string;
  readonly spine?: readonly string[];
  /** The entries of a navigation document. */
  readonly contents?: string;
  readonly more?: Files;
}

/** A book with documents by their names. */
export function epub(documents: Readonly<Record<string, string>>, parts: BookParts = {}): Uint8Array {
  const names = Object.keys(documents);
  const items = names.map(
    (name) => `<item id="${name}" href="${encodeURI(name)}" media-type="application/xhtml+xml"/>`,
  );
  const { contents, metadata = '', spine = names, more = {} } = parts;
  const nav =
    contents === undefined
      ? {}
      : { 'nav.xhtml': `<html xmlns:epub="x"><body><nav epub:type="toc"><ol>${contents}</ol></nav></body></html>` };
  const navItem = contents === undefined ? '' : '<item id="nav" href="nav.xhtml" properties="nav"/>';
  return zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
    'book.opf': `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>${metadata}</metadata><manifest>${items.join('')}${navItem}</manifest><spine>${spine.map((name) => `<itemref idref="${name}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(names.map((name) => [name, `<html><body>${documents[name]}</body></html>`])),
    ...nav,
    ...more,
  });
}

/** Prose of more words than make a chapter. */
export const prose =
  '<p>The board of the harbour met on a Tuesday in March, in the hall behind the ice house, and heard the wardens for the first time in nine years. Nobody had come to listen but the clerk, two children and a dog. They spoke of the lamps, of the rules, of the winter that had been, and of the one that would be, until the bell rang.</p>';

/** All documents of a file. */
export async function documentsIn(
  reader: FormatReader,
  bytes: Uint8Array,
  name = 'document',
): Promise<CapturedDocument[]> {
  const found = await readAll(reader, bytes, name);
  return found.flatMap((one) => (isMention(one) ? [] : [one]));
}
