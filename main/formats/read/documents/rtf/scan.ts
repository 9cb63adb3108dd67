/** What an RTF file is made of (RTF 1.9.1, "RTF syntax"), in the order of the file. */
export interface RtfHandler {
  open(): void;
  close(): void;
  /** A control word with its number; null where it has none. */
  word(name: string, value: number | null): void;
  /** A control symbol: one character that is no letter. */
  symbol(character: string): void;
  /** Characters of text, one byte or more each. Line ends are left out: they mean nothing. */
  text(bytes: Uint8Array): void;
  /** Bytes that stand as they are. */
  binary(bytes: Uint8Array): void;
}

const open = 0x7b;
const close = 0x7d;
const backslash = 0x5c;
const space = 0x20;
const quote = 0x27;
const minus = 0x2d;
/** Longer words and numbers are none. */
const longestWord = 40;
const longestNumber = 10;

/** Tells a handler all of a file. Never throws; what is no RTF comes as text. Stops where the handler says so. */
export function scanRtf(bytes: Uint8Array, handler: RtfHandler, isDone: () => boolean): void {
  let at = 0;
  while (at < bytes.length && !isDone()) {
    const byte = bytes[at];
    if (byte === open) {
      handler.open();
      at += 1;
    } else if (byte === close) {
      handler.close();
      at += 1;
    } else if (byte === backslash) at = control(bytes, at + 1, handler);
    else if (byte === 0x0a || byte === 0x0d) at += 1;
    else {
      const end = endOfText(bytes, at);
      handler.text(bytes.subarray(at, end));
      at = end;
    }
  }
}

function endOfText(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === open || byte === close || byte === backslash || byte === 0x0a || byte === 0x0d) return at;
  }
  return bytes.length;
}

/** Reads what follows a backslash; answers where it ends. */
function control(bytes: Uint8Array, start: number, handler: RtfHandler): number {
  const first = bytes[start];
  if (first === undefined) return start;
  if (first === quote) {
    const value = hexOf(bytes[start + 1]) * 16 + hexOf(bytes[start + 2]);
    if (Number.isNaN(value)) return start + 1;
    handler.text(Uint8Array.of(value));
    return start + 3;
  }
  if (!isLetter(first)) {
    handler.symbol(String.fromCharCode(first));
    return start + 1;
  }
  let at = start;
  while (at < bytes.length && at - start < longestWord && isLetter(bytes[at])) at += 1;
  const name = latin(bytes, start, at);
  const numberStart = at;
  if (bytes[at] === minus) at += 1;
  const digitsStart = at;
  while (at - digitsStart < longestNumber && isDigit(bytes[at])) at += 1;
  const hasNumber = at > digitsStart;
  if (!hasNumber) at = numberStart;
  const value = hasNumber ? Number(latin(bytes, numberStart, at)) : null;
  if (bytes[at] === space) at += 1;
  if (name !== 'bin' || value === null) {
    handler.word(name, value);
    return at;
  }
  const end = Math.min(bytes.length, at + Math.max(0, value));
  handler.binary(bytes.subarray(at, end));
  return end;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function hexOf(byte: number | undefined): number {
  if (byte === undefined) return Number.NaN;
  if (isDigit(byte)) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN;
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
