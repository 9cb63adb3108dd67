/** The part of a field's value that is kept. Real ones stay below 10,000 bytes, lists of recipients too. */
const longestValue = 64 * 1024;
/** Fields of one head that are kept; what goes on longer is not a letter's head. */
const mostFields = 2000;

export interface HeaderField {
  /** Lower case. */
  readonly name: string;
  /** Unfolded; encoded words still stand in it. */
  readonly value: string;
}

/** The head of a message or of one of its parts (RFC 5322, 2.2; RFC 2045, 3). */
export class HeaderFields {
  readonly list: readonly HeaderField[];

  constructor(list: readonly HeaderField[]) {
    this.list = list;
  }

  /** The first field of a name, or null. */
  get(name: string): string | null {
    return this.list.find((field) => field.name === name)?.value ?? null;
  }

  has(name: string): boolean {
    return this.list.some((field) => field.name === name);
  }
}

export interface Head {
  readonly fields: HeaderFields;
  readonly bodyStart: number;
}

/** A field's name: printable ASCII without a colon (RFC 5322, 3.6.8); longer than this is a sentence with a colon. */
const fieldStart = /^([!-9;-~]{1,76})[ \t]*:/u;

/**
 * Reads a head up to its empty line. A line that is no field ends it too: some mail programs forget the
 * empty line. Takes no more time or memory than the head is long, whatever stands in it. `decode` reads values that
 * are more than ASCII.
 */
export function headerFields(bytes: Uint8Array, decode: (value: Uint8Array) => string): Head {
  const list: { name: string; lines: Uint8Array[]; length: number }[] = [];
  let kept: (typeof list)[number] | null = null;
  let at = 0;
  while (at < bytes.length) {
    const lineFeed = bytes.indexOf(0x0a, at);
    const next = lineFeed < 0 ? bytes.length : lineFeed + 1;
    const end = lineFeed > at && bytes[lineFeed - 1] === 0x0d ? lineFeed - 1 : lineFeed < 0 ? bytes.length : lineFeed;
    if (end === at) {
      at = next;
      break;
    }
    const line = bytes.subarray(at, Math.min(end, at + longestValue));
    const isFolded = line[0] === 0x20 || line[0] === 0x09;
    if (!isFolded) {
      const name = fieldStart.exec(latin(line.subarray(0, 80)));
      // The line that parts the messages of a mailbox may have stayed with the letter.
      if (name === null && !(at === 0 && /^>?From /u.test(latin(line.subarray(0, 6))))) break;
      kept = name === null || list.length >= mostFields ? null : { name: name[1] ?? '', lines: [], length: 0 };
      if (kept !== null && name !== null) {
        list.push(kept);
        kept.lines.push(line.subarray(name[0].length));
        kept.length = line.length;
      }
    } else if (kept !== null && kept.length + line.length <= longestValue) {
      kept.lines.push(line);
      kept.length += line.length;
    }
    at = next;
  }
  const fields = list.map(({ name, lines }) => ({ name: name.toLowerCase(), value: unfolded(lines, decode) }));
  return { fields: new HeaderFields(fields), bodyStart: at };
}

/** Folding goes; letters beyond ASCII are UTF-8 by RFC 6532 and often something else. */
function unfolded(lines: readonly Uint8Array[], decode: (value: Uint8Array) => string): string {
  const bytes = Buffer.concat(lines);
  const text = bytes.every((byte) => byte < 0x80) ? bytes.toString('latin1') : decode(bytes);
  return text.replace(/[\t ]+/gu, ' ').trim();
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
