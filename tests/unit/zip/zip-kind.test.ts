import { strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sniffContainer, sniffFormat } from '../../../main/formats/registry.ts';
import { type ZipKind, zipKind } from '../../../main/formats/shared/zip/zip-kind.ts';
import { zipOf } from '../../support/zip-folder.ts';
import { bytesOf } from '../documents/fixtures.ts';

const types = (main: string) =>
  `<Types><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`;
const openDocument = (kind: string) =>
  zipOf({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<x/>' });

/** A zip as it is written into a pipe: lengths stand after the members. */
function piped(files: Readonly<Record<string, Uint8Array>>, deflate: boolean): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => chunks.push(chunk));
  for (const [name, bytes] of Object.entries(files)) {
    const file = deflate ? new ZipDeflate(name) : new ZipPassThrough(name);
    zip.add(file);
    file.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

describe('what a zip is', () => {
  it.each<[string, Uint8Array, ZipKind]>([
    [
      'a letter, by its types',
      zipOf({ '[Content_Types].xml': types('wordprocessingml.document'), 'a/b.xml': '' }),
      'docx',
    ],
    ['a letter, by its folders', zipOf({ '_rels/.rels': '', 'word/document.xml': '' }), 'docx'],
    [
      'a spreadsheet',
      zipOf({ '[Content_Types].xml': types('spreadsheetml.sheet'), 'xl/workbook.xml': '' }),
      'spreadsheet',
    ],
    ['a presentation', zipOf({ '[Content_Types].xml': types('presentationml.presentation') }), 'presentation'],
    ['an OpenDocument text', openDocument('text'), 'odt'],
    ['its template', openDocument('text-template'), 'odt'],
    ['an OpenDocument spreadsheet', openDocument('spreadsheet'), 'spreadsheet'],
    ['an OpenDocument drawing', openDocument('graphics'), 'drawing'],
    ['a text of OpenOffice 1', zipOf({ mimetype: 'application/vnd.sun.xml.writer' }), 'older-openoffice'],
    ['a document of Pages', zipOf({ 'Index/Document.iwa': 'x' }), 'iwork'],
    ['a book', zipOf({ mimetype: 'application/epub+zip' }), 'epub'],
    ['a book whose type is compressed', zipSync({ mimetype: strToU8('application/epub+zip') }), 'epub'],
    ['a book without its type', zipOf({ 'META-INF/container.xml': '<container/>' }), 'epub'],
    ['saved pages', zipOf({ 'page.html': '<p>', 'page_files/word/a.png': 'x' }), 'plain'],
    ['a zip of folders with usual names', zipOf({ 'letters/word/document.xml': '' }), 'plain'],
  ])('%s', (_, bytes, kind) => {
    expect(zipKind(bytes)).toBe(kind);
  });

  it('is told where lengths stand after the members', () => {
    const letter = {
      '[Content_Types].xml': strToU8(types('wordprocessingml.document')),
      'word/document.xml': strToU8('x'),
    };
    expect(zipKind(piped(letter, true))).toBe('docx');
    const book = { mimetype: strToU8('application/epub+zip'), 'a.txt': strToU8('x') };
    expect(zipKind(piped(book, false))).toBe('epub');
  });

  it('is not what a zip inside it is', () => {
    const inside = { 'a.epub': bytesOf('epub', 'essay.epub'), 'b.docx': bytesOf('docx', 'strict.docx') };
    for (const zip of [zipSync(inside), zipSync(inside, { level: 0 }), piped(inside, true), piped(inside, false)]) {
      expect(zipKind(zip)).toBe('plain');
      expect(sniffContainer(zip, 'a.zip')?.name).toBe('zip');
    }
  });

  it('is nothing for what is no zip', () => {
    expect(zipKind(strToU8('PK is how it begins, and nothing comes of it after all.'))).toBeNull();
    expect(zipKind(new Uint8Array())).toBeNull();
  });
});

describe('documents that no reader takes', () => {
  const reason = (bytes: Uint8Array, name: string) => {
    const sniffed = sniffFormat(bytes, name);
    expect(sniffContainer(bytes, name)).toBeNull();
    return sniffed.kind === 'unknown' ? sniffed.reason : sniffed.reader.name;
  };
  it('are told as a whole, and not opened as folders', () => {
    expect(reason(openDocument('spreadsheet'), 'a.docx')).toMatch(/spreadsheet/u);
    expect(reason(zipOf({ '[Content_Types].xml': types('presentationml.presentation') }), 'a.zip')).toMatch(
      /presentation/u,
    );
    expect(reason(zipOf({ 'Index/Document.iwa': 'x' }), 'a.pages')).toMatch(/Pages.*Word/u);
  });
  it('are old, or locked in an old way', () => {
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(reason(Buffer.concat([old, Buffer.alloc(600)]), 'a.doc')).toMatch(/old Office document/u);
    const locked = Buffer.concat([old, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(reason(locked, 'a.docx')).toMatch(/locked with a password/u);
  });
});
