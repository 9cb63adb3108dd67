import { VerbatimError } from '../../../contract/index.ts';

/**
 * Reads JSON of any length piece by piece: whoever reads says which lists and objects are entered, and gets what
 * stands in them one after the other, each parsed by itself. So no text has to be as long as the file, which V8
 * would refuse above about 512 MB. Only brackets, commas and strings are followed here, byte by byte; what a
 * piece says is left to `JSON.parse`, which is faster than a parser that follows every token.
 */

/**
 * What becomes of a list or an object: what stands in it comes piece by piece, or it is one piece. `unless-inner`
 * is one piece where nothing in it is entered.
 */
export type Entering = 'enter' | 'whole' | 'unless-inner';

/** Keys from the outermost value in; an item of a list has the key `*`. */
export type JsonPath = readonly string[];

export interface JsonPiece {
  readonly path: JsonPath;
  readonly value: unknown;
  /** On which line of the file it begins, from 1. */
  readonly line: number;
}

/** Text that is no JSON. */
export class BrokenJson extends VerbatimError {
  /** Where that was noticed, from 1. */
  readonly line: number;
  readonly problem: string;

  constructor(line: number, problem: string) {
    super('unsupported', `It is not whole JSON: line ${line}, ${problem}.`, { line });
    this.line = line;
    this.problem = problem;
  }
}

export interface JsonStreamOptions {
  /** Asked for every list and object that stands in an entered one, and for the outermost. */
  readonly entering: (path: JsonPath) => Entering;
  /** Of a piece, in bytes. */
  readonly largestPiece: number;
  /** Whether a second value may follow the outermost one, as in JSON lines. */
  readonly several: boolean;
}

/**
 * Yields the pieces in order. Throws BrokenJson, and `limit-exceeded` for a piece that is too large.
 */
export async function* jsonPieces(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: JsonStreamOptions,
): AsyncIterable<JsonPiece> {
  const scanner = new Scanner(options);
  for await (const chunk of chunks) yield* scanner.push(chunk);
  yield* scanner.end();
}

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;
const openList = 0x5b;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;
const newLine = 0x0a;

/** Files nested deeper are made to be. */
const deepest = 64;

/** Where something begins: its offset in the file, and its line. */
interface Begin {
  readonly at: number;
  readonly line: number;
}

/** A list or an object that is entered, or may be. */
interface Frame {
  readonly isList: boolean;
  readonly path: JsonPath;
  /** Set while it may still be one piece. */
  whole: Begin | null;
  expected: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';
  key: string;
}

/** What the scanner stands inside of, apart from frames. */
type Inside =
  | { readonly kind: 'structure' }
  /** A text, a number or a word, and a list or an object that is not looked into. */
  | { readonly kind: 'text' | 'word' | 'key'; readonly begin: Begin }
  | { readonly kind: 'whole'; readonly begin: Begin; depth: number };

const structure: Inside = { kind: 'structure' };

class Scanner {
  readonly #options: JsonStreamOptions;
  readonly #frames: Frame[] = [];
  /** Chunks of which something may still be needed. */
  #kept: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  #offset = 0;
  #line = 1;
  #inside: Inside = structure;
  #inString = false;
  #escaped = false;
  #hasValue = false;

  constructor(options: JsonStreamOptions) {
    this.#options = options;
  }

  *push(chunk: Uint8Array): Iterable<JsonPiece> {
    const isMark = this.#offset === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    const start = this.#offset;
    this.#kept.push({ at: start, bytes: chunk });
    for (let index = isMark ? 3 : 0; index < chunk.length; index += 1) {
      const byte = chunk[index] ?? 0;
      const at = start + index;
      if (byte === newLine) this.#line += 1;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === backslash) this.#escaped = true;
        else if (byte === quote) {
          this.#inString = false;
          yield* this.#endString(at + 1);
        }
        continue;
      }
      if (this.#inside.kind === 'whole') {
        if (byte === quote) this.#inString = true;
        else if (byte === openList || byte === openObject) this.#inside.depth += 1;
        else if (byte === closeList || byte === closeObject) {
          this.#inside.depth -= 1;
          if (this.#inside.depth === 0) yield* this.#endValue(this.#inside.begin, at + 1);
        }
        continue;
      }
      if (this.#inside.kind === 'word') {
        if (byte > 0x20 && byte !== comma && byte !== closeList && byte !== closeObject) continue;
        yield* this.#endValue(this.#inside.begin, at);
      }
      if (byte > 0x20) yield* this.#structure(byte, at);
    }
    this.#offset = start + chunk.length;
    this.#forget();
  }

  *end(): Iterable<JsonPiece> {
    if (this.#inside.kind === 'word') yield* this.#endValue(this.#inside.begin, this.#offset);
    if (this.#frames.length > 0 || this.#inside.kind !== 'structure') throw new BrokenJson(this.#line, 'it breaks off');
    if (!this.#hasValue) throw new BrokenJson(1, 'it is empty');
  }

  *#structure(byte: number, at: number): Iterable<JsonPiece> {
    const frame = this.#frames.at(-1);
    const expected = frame?.expected ?? 'value';
    const begin = { at, line: this.#line };
    if (frame === undefined && this.#hasValue && !this.#options.several) throw this.#unexpected(byte);
    if (byte === comma || byte === colon) {
      if (frame === undefined || expected !== (byte === comma ? 'comma-or-end' : 'colon')) throw this.#unexpected(byte);
      frame.expected = byte === colon || frame.isList ? 'value' : 'key';
    } else if (byte === closeList || byte === closeObject) {
      const mayEnd = expected === 'comma-or-end' || expected === 'value-or-end' || expected === 'key-or-end';
      if (frame === undefined || !mayEnd || frame.isList !== (byte === closeList)) throw this.#unexpected(byte);
      this.#frames.pop();
      if (frame.whole !== null) yield this.#piece(frame.path, frame.whole, at + 1);
      this.#valueEnded();
    } else if (expected === 'key' || expected === 'key-or-end') {
      if (byte !== quote) throw this.#unexpected(byte);
      this.#inString = true;
      this.#inside = { kind: 'key', begin };
    } else if (expected !== 'value' && expected !== 'value-or-end') throw this.#unexpected(byte);
    else if (byte === openList || byte === openObject) this.#open(byte === openList, begin);
    else {
      this.#inString = byte === quote;
      this.#inside = { kind: this.#inString ? 'text' : 'word', begin };
    }
  }

  #open(isList: boolean, begin: Begin): void {
    const path = this.#childPath();
    const entering = this.#options.entering(path);
    if (entering === 'whole') {
      this.#inside = { kind: 'whole', begin, depth: 1 };
      return;
    }
    if (this.#frames.length >= deepest) throw new BrokenJson(this.#line, `it is nested more than ${deepest} deep`);
    // What holds something that is entered is none of the pieces itself.
    for (const frame of this.#frames) frame.whole = null;
    this.#frames.push({
      isList,
      path,
      whole: entering === 'unless-inner' ? begin : null,
      expected: isList ? 'value-or-end' : 'key-or-end',
      key: '',
    });
  }

  #childPath(): JsonPath {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return [];
    return [...frame.path, frame.isList ? '*' : frame.key];
  }

  *#endString(end: number): Iterable<JsonPiece> {
    const inside = this.#inside;
    if (inside.kind === 'text') yield* this.#endValue(inside.begin, end);
    const frame = this.#frames.at(-1);
    if (inside.kind !== 'key' || frame === undefined) return;
    frame.key = String(this.#parse(inside.begin, end));
    frame.expected = 'colon';
    this.#inside = structure;
  }

  /** A value that was not entered has ended; it is a piece where nothing around it will be one. */
  *#endValue(begin: Begin, end: number): Iterable<JsonPiece> {
    this.#inside = structure;
    const frame = this.#frames.at(-1);
    if (frame === undefined || frame.whole === null) yield this.#piece(this.#childPath(), begin, end);
    this.#valueEnded();
  }

  #valueEnded(): void {
    this.#hasValue = true;
    const frame = this.#frames.at(-1);
    if (frame !== undefined) frame.expected = 'comma-or-end';
  }

  #piece(path: JsonPath, begin: Begin, end: number): JsonPiece {
    return { path, value: this.#parse(begin, end), line: begin.line };
  }

  #parse({ at, line }: Begin, end: number): unknown {
    this.#checkSize(at, end);
    const parts = this.#kept
      .filter((chunk) => chunk.at < end && chunk.at + chunk.bytes.length > at)
      .map((chunk) => chunk.bytes.subarray(Math.max(0, at - chunk.at), end - chunk.at));
    const [only] = parts;
    const bytes = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch (error) {
      throw new BrokenJson(line, error instanceof SyntaxError ? error.message : 'it holds bytes that are no UTF-8');
    }
  }

  /** Lets go of the chunks before the first that something unfinished begins in. */
  #forget(): void {
    const begins = this.#frames.flatMap(({ whole }) => (whole === null ? [] : [whole.at]));
    if (this.#inside.kind !== 'structure') begins.push(this.#inside.begin.at);
    const first = Math.min(this.#offset, ...begins);
    this.#checkSize(first, this.#offset);
    const needed = this.#kept.findIndex((chunk) => chunk.at + chunk.bytes.length > first);
    this.#kept = needed === -1 ? [] : this.#kept.slice(needed);
  }

  #checkSize(at: number, end: number): void {
    const { largestPiece } = this.#options;
    if (end - at > largestPiece)
      throw new VerbatimError(
        'limit-exceeded',
        `One entry of it (before line ${this.#line}) has more than ${Math.round(largestPiece / 1_048_576)} MB.`,
      );
  }

  #unexpected(byte: number): BrokenJson {
    return new BrokenJson(this.#line, `an unexpected ${JSON.stringify(String.fromCharCode(byte))}`);
  }
}
