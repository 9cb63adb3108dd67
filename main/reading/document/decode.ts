import chardet from 'chardet';
import iconv from 'iconv-lite';

/** Text from bytes whose encoding nobody can be sure of. Pure: no file, no network. */

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  /** Lower-case name, WHATWG's where it has one: "utf-8", "windows-1252", "shift_jis". */
  readonly encoding: string;
}

/** How much of a long file is looked at where a sample says as much as the whole. */
const sampleBytes = 64 * 1024;

/** Encodings that look like ASCII byte by byte, so that only a declaration tells them. */
const statefulEncodings = /^(?:iso-2022-|csiso2022|hz-gb|utf-7)/iu;

/**
 * Decodes bytes, and leaves U+0000 out: no text has it, HTML's parser drops it, and a stray one comes from a
 * damaged copy or a padded block. How it finds the encoding: {@link decodeWhole}.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const { text, encoding } = decodeWhole(bytes, declared);
  return { text: text.includes('\0') ? text.replaceAll('\0', '') : text, encoding };
}

/** How many NUL bytes stand in what is text by its other bytes; none where two or four bytes make a character. */
export function strayNuls(bytes: Uint8Array): number {
  if (!bytes.includes(0) || looksBinary(bytes)) return 0;
  if (byteOrderMark(bytes)?.encoding.startsWith('utf-8') === false || unmarkedWideEncoding(bytes) !== null) return 0;
  let count = 0;
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) count += 1;
  return count;
}

/**
 * Decodes bytes: a byte order mark first, then valid UTF-8, then what the file declares about itself,
 * then detection, at last Windows-1252. Valid UTF-8 with multi-byte characters goes before the
 * declaration because such bytes are practically never anything else, while pages saved by browsers
 * often keep a declaration from before they were re-encoded.
 */
function decodeWhole(bytes: Uint8Array, declared: string | null): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked !== null) {
    const text = decodeAs(bytes.subarray(marked.length), marked.encoding, false);
    if (text !== null) return text;
  }
  const wide = unmarkedWideEncoding(bytes);
  if (wide !== null) {
    const text = decodeAs(bytes, wide, false);
    if (text !== null) return text;
  }
  const label = declared?.trim().toLowerCase() ?? '';
  if (statefulEncodings.test(label)) {
    const text = decodeAs(bytes, label, true);
    if (text !== null) return text;
  }
  const strict = decodeAs(bytes, 'utf-8', true);
  if (strict !== null) return strict;
  // A cut at the very end (a half-written file) or one damaged byte does not make UTF-8 another encoding.
  if (isNearlyUtf8(bytes)) return decodeAs(bytes, 'utf-8', false) ?? { text: '', encoding: 'utf-8' };
  if (label !== '' && !/^utf-?(?:8|16|32)/u.test(label)) {
    const text = decodeAs(bytes, label, false);
    if (text !== null) return text;
  }
  const detected = detect(bytes);
  return (
    decodeAs(bytes, detected, false) ??
    decodeAs(bytes, 'windows-1252', false) ?? { text: iconv.decode(Buffer.from(bytes), 'latin1'), encoding: 'latin1' }
  );
}

/**
 * True for bytes that hold no text: a known file type's magic, or control characters that no text has. A few NULs in
 * a whole page are damage, not data: binary files have one in every hundred bytes and more.
 */
export function looksBinary(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  if (byteOrderMark(bytes) !== null) return false;
  if (binarySignatures.some((signature) => startsWith(bytes, signature))) return true;
  // "RIFF" and "ftyp" carry a length before or after their name.
  if (latin(bytes, 4, 8) === 'ftyp') return true;
  const sample = bytes.subarray(0, sampleBytes);
  if (unmarkedWideEncoding(bytes) !== null) return false;
  let nuls = 0;
  let controls = 0;
  // By index: stepping through bytes by an iterator took a tenth of all the time that a page takes.
  for (let index = 0; index < sample.length; index += 1) {
    const byte = sample[index] ?? 0;
    if (byte === 0) nuls += 1;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b) controls += 1;
  }
  if (nuls > 1 && (nuls > sample.length / 100 || (nuls > 4 && nuls > sample.length / 1000))) return true;
  return controls > sample.length / 100 && controls > 4;
}

const binarySignatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0x50, 0x4b, 0x03, 0x04], // zip and all that is built on it
  [0x50, 0x4b, 0x05, 0x06],
  [0x1f, 0x8b], // gzip
  [0x42, 0x5a, 0x68], // bzip2
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0xfd, 0x37, 0x7a, 0x58, 0x5a], // xz
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x52, 0x61, 0x72, 0x21], // rar
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x52, 0x49, 0x46, 0x46], // RIFF: WebP, WAV, AVI
  [0x49, 0x49, 0x2a, 0x00], // TIFF
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x4f, 0x67, 0x67, 0x53], // Ogg
  [0x49, 0x44, 0x33], // MP3
  [0x1a, 0x45, 0xdf, 0xa3], // Matroska
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x4d, 0x5a, 0x90, 0x00], // Windows program
  [0xcf, 0xfa, 0xed, 0xfe], // Mach-O
  [0xd0, 0xcf, 0x11, 0xe0], // old Office
  [0x62, 0x70, 0x6c, 0x69, 0x73, 0x74], // binary property list: .webarchive
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], // SQLite
  [0x77, 0x4f, 0x46], // WOFF
];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', length: 3 };
  if (startsWith(bytes, [0xff, 0xfe, 0x00, 0x00])) return { encoding: 'utf-32le', length: 4 };
  if (startsWith(bytes, [0x00, 0x00, 0xfe, 0xff])) return { encoding: 'utf-32be', length: 4 };
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: 'utf-16le', length: 2 };
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 without a mark: nearly every second byte of Western text is zero, always on the same side. */
function unmarkedWideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.6 && even < pairs * 0.02) return 'utf-16le';
  if (even > pairs * 0.6 && odd < pairs * 0.02) return 'utf-16be';
  return null;
}

/** The decoded text, or null where the encoding is unknown or, if `strict`, the bytes are not valid in it. */
function decodeAs(bytes: Uint8Array, encoding: string, strict: boolean): DecodedText | null {
  let decoder: TextDecoder | null;
  try {
    decoder = new TextDecoder(encoding, { fatal: strict });
  } catch {
    decoder = null;
  }
  if (decoder === null) {
    if (!iconv.encodingExists(encoding)) return null;
    const text = iconv.decode(Buffer.from(bytes), encoding);
    return strict && text.includes('\uFFFD') ? null : { text, encoding: encoding.toLowerCase() };
  }
  try {
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    return null;
  }
}

/** Many multi-byte characters, hardly a broken one among them; a character cut off at the end is none. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  let index = 0;
  while (index < bytes.length) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) {
      index += 1;
      continue;
    }
    const following = byte >= 0xf5 ? 0 : byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let found = 0;
    while (found < following && ((bytes[index + found + 1] ?? 0) & 0xc0) === 0x80) found += 1;
    if (following > 0 && found === following) whole += 1;
    else if (following === 0 || index + found + 1 < bytes.length) broken += 1;
    index += found + 1;
  }
  return whole > 0 && broken <= whole / 50;
}

function detect(bytes: Uint8Array): string {
  const sample = sampleAroundText(bytes);
  const matches = chardet.analyse(sample);
  // Text that is mostly plain Latin letters is in a Latin encoding, whatever single bytes suggest.
  const mayBeAny = isMostlyBeyondAscii(sample);
  const best = matches.find(({ name }) => mayBeAny || latinEncodings.test(name));
  const found = best?.name.toLowerCase() ?? 'windows-1252';
  // Latin-1 and its Windows form differ in the C1 range only, where the Windows form is what people wrote.
  if (/^(?:iso-8859-1|ascii|utf-.*)$/u.test(found)) return 'windows-1252';
  return found;
}

const latinEncodings = /^(?:ISO-8859-(?:1|2|9)|windows-125[024])$/iu;

function isMostlyBeyondAscii(sample: Uint8Array): boolean {
  const text = Buffer.from(sample)
    .toString('latin1')
    .replace(/<[^>]{0,2000}>/gu, '');
  const plain = text.match(/[A-Za-z]/gu)?.length ?? 0;
  const beyond = text.match(/[\x80-\xff]/gu)?.length ?? 0;
  return beyond > plain / 2;
}

/** The part of the bytes from the first non-ASCII one on: the rest says nothing about the encoding. */
function sampleAroundText(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - 512);
  return bytes.subarray(start, start + sampleBytes);
}
