import iconv from 'iconv-lite';
import { symbolAt } from '../office/symbols.ts';

/** The code page of each of Windows' character sets (RTF 1.9.1, "Font table"); those that are left out are the document's. */
const pageOfCharset: ReadonlyMap<number, string> = new Map([
  [77, 'macintosh'],
  [78, 'cp932'],
  [79, 'cp949'],
  [80, 'cp936'],
  [81, 'cp950'],
  [128, 'cp932'],
  [129, 'cp949'],
  [130, 'cp949'],
  [134, 'cp936'],
  [136, 'cp950'],
  [161, 'cp1253'],
  [162, 'cp1254'],
  [163, 'cp1258'],
  [177, 'cp1255'],
  [178, 'cp1256'],
  [186, 'cp1257'],
  [204, 'cp1251'],
  [222, 'cp874'],
  [238, 'cp1250'],
  [254, 'cp437'],
  [255, 'cp850'],
]);
const symbolCharset = 2;

/** A font's letters are signs of its own. */
const symbolEncoding = 'symbol';

/** The fonts of a document, as far as they say how its bytes are to be read, and the document's own encoding. */
export class FontTable {
  #encoding = 'cp1252';
  #defaultFont = 0;
  /** The font that is being defined. */
  #font = 0;
  readonly #encodings = new Map<number, string | null>();

  /** A control word in the font table. */
  define(name: string, value: number | null): void {
    if (value === null) return;
    if (name === 'f') this.#font = value;
    else if (name === 'fcharset')
      this.#encodings.set(this.#font, value === symbolCharset ? symbolEncoding : (pageOfCharset.get(value) ?? null));
    else if (name === 'cpg') this.#encodings.set(this.#font, encodingOfPage(value));
  }

  /** A control word that holds for the whole document; false for another. */
  documentWord(name: string, value: number | null): boolean {
    const encoding = name === 'ansicpg' ? encodingOfPage(value ?? 0) : (encodingOfWord.get(name) ?? null);
    if (encoding !== null) this.#encoding = encoding;
    else if (name === 'deff') this.#defaultFont = value ?? 0;
    else return name === 'ansicpg';
    return true;
  }

  /** Words in a font; null for the document's. */
  decode(bytes: Uint8Array, font: number | null): string {
    return decodeBytes(bytes, this.#encodings.get(font ?? this.#defaultFont) ?? this.#encoding);
  }
}

const encodingOfWord: ReadonlyMap<string, string> = new Map([
  ['mac', 'macintosh'],
  ['pc', 'cp437'],
  ['pca', 'cp850'],
]);

/** The encoding with the number that Windows gives it; null for one that isn't known. */
function encodingOfPage(page: number): string | null {
  if (page === 65001) return 'utf-8';
  if (page === 10000) return 'macintosh';
  if (page === 42) return symbolEncoding;
  const name = `cp${page}`;
  return iconv.encodingExists(name) ? name : null;
}

function decodeBytes(bytes: Uint8Array, encoding: string): string {
  if (encoding === symbolEncoding)
    return [...bytes].map((byte) => (byte === 0x20 ? ' ' : symbolAt(0xf000 + byte))).join('');
  return iconv.decode(Buffer.from(bytes), encoding);
}
