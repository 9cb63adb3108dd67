import chardet from 'chardet';
import iconv from 'iconv-lite';
import { byteOrderMark, sampleBytes, unmarkedWideEncoding } from './beginning.ts';

/** Text from bytes whose encoding nobody can be sure of. Pure: no file, no network. */

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  /** Lower-case name, WHATWG's where it has one: "utf-8", "windows-1252", "shift_jis". */
  readonly encoding: string;
}

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
