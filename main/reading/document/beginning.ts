/**
 * What a file's beginning tells, without a guess at its encoding: whether it is text, and how it reads as far as
 * ASCII goes. Every file is asked, on the main thread too, so that nothing here takes the tables of encodings.
 * Pure: no file, no network.
 */

/** How much of a long file is looked at where a sample says as much as the whole. */
export const sampleBytes = 64 * 1024;

/**
 * The beginning of a text, to tell by its ASCII what it is: a mark and two or four bytes a character are heeded,
 * anything else is taken for UTF-8, and a letter that isn't is U+FFFD. Its words are read by `decodeText`.
 */
export function decodeBeginning(head: Uint8Array): string {
  const marked = byteOrderMark(head);
  const encoding = marked?.encoding ?? unmarkedWideEncoding(head) ?? 'utf-8';
  const bytes = head.subarray(marked?.length ?? 0);
  const isLongest = encoding.startsWith('utf-32');
  const text = isLongest ? asciiOfUtf32(bytes, encoding === 'utf-32le') : new TextDecoder(encoding).decode(bytes);
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}

/** `TextDecoder` has no UTF-32 (WHATWG Encoding). */
function asciiOfUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle);
    text += code < 0x80 ? String.fromCharCode(code) : '\uFFFD';
  }
  return text;
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

/** The mark that some texts begin with; null for the others. */
export function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', length: 3 };
  if (startsWith(bytes, [0xff, 0xfe, 0x00, 0x00])) return { encoding: 'utf-32le', length: 4 };
  if (startsWith(bytes, [0x00, 0x00, 0xfe, 0xff])) return { encoding: 'utf-32be', length: 4 };
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: 'utf-16le', length: 2 };
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 without a mark: nearly every second byte of Western text is zero, always on the same side. */
export function unmarkedWideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
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
