import { deepest, mostValues, PropertyListError, type PropertyListValue } from './value.ts';

/**
 * Reads a binary property list, "bplist00" (CFBinaryPList.c of Apple's CoreFoundation). Every offset and
 * length is held against the file before it is followed; nesting and the number of values are bounded, so
 * that references in a circle end. Throws a PropertyListError.
 */
export function readBinaryPropertyList(bytes: Uint8Array): PropertyListValue {
  return new BinaryReader(bytes).read();
}

const trailerLength = 32;
const headerLength = 8;

class BinaryReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #offsetSize: number;
  readonly #referenceSize: number;
  readonly #objects: number;
  readonly #table: number;
  readonly #top: number;
  /** Scalars, by number: a long text that is used a thousand times is decoded once. */
  readonly #known = new Map<number, PropertyListValue>();
  #values = 0;

  constructor(bytes: Uint8Array) {
    if (bytes.length < headerLength + trailerLength + 1) throw new PropertyListError('it is too short.');
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const trailer = bytes.length - trailerLength;
    this.#offsetSize = bytes[trailer + 6] ?? 0;
    this.#referenceSize = bytes[trailer + 7] ?? 0;
    this.#objects = this.#unsigned(trailer + 8, 8);
    this.#top = this.#unsigned(trailer + 16, 8);
    this.#table = this.#unsigned(trailer + 24, 8);
    const isSize = (size: number): boolean => size >= 1 && size <= 8;
    if (
      !isSize(this.#offsetSize) ||
      !isSize(this.#referenceSize) ||
      this.#table < headerLength ||
      // No overflow: both factors are checked by the quotient.
      this.#objects > (trailer - this.#table) / this.#offsetSize
    )
      throw new PropertyListError('its table of contents does not lie in it. It may have been cut off.');
  }

  read(): PropertyListValue {
    return this.#object(this.#top, 0);
  }

  #object(number: number, depth: number): PropertyListValue {
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    this.#values += 1;
    if (depth > deepest || this.#values > mostValues)
      throw new PropertyListError('its parts hold one another in a circle, or are more than are read.');
    if (number >= this.#objects) throw new PropertyListError('it refers to a part that it does not have.');
    const at = this.#unsigned(this.#table + number * this.#offsetSize, this.#offsetSize);
    if (at < headerLength || at >= this.#table) throw new PropertyListError('a part lies outside it.');
    const marker = this.#bytes[at] ?? 0;
    const kind = marker >> 4;
    switch (kind) {
      case 0xa:
      case 0xc:
        return this.#list(at, depth);
      case 0xd:
        return this.#dictionary(at, depth);
      default: {
        const scalar = this.#scalar(kind, marker, at);
        this.#known.set(number, scalar);
        return scalar;
      }
    }
  }

  #scalar(kind: number, marker: number, at: number): PropertyListValue {
    if (marker === 0x08 || marker === 0x09) return marker === 0x09;
    if (kind !== 0x4 && kind !== 0x5 && kind !== 0x6 && kind !== 0x7) return null;
    const { count, start } = this.#count(at);
    const content = this.#slice(start, kind === 0x6 ? count * 2 : count);
    if (kind === 0x4) return content;
    if (kind === 0x6) return new TextDecoder('utf-16be').decode(content);
    return kind === 0x5 ? Buffer.from(content).toString('latin1') : new TextDecoder().decode(content);
  }

  #list(at: number, depth: number): PropertyListValue {
    const { count, start } = this.#count(at);
    this.#slice(start, count * this.#referenceSize);
    const values: PropertyListValue[] = [];
    for (let index = 0; index < count; index += 1) values.push(this.#object(this.#reference(start, index), depth + 1));
    return values;
  }

  #dictionary(at: number, depth: number): PropertyListValue {
    const { count, start } = this.#count(at);
    this.#slice(start, count * 2 * this.#referenceSize);
    const values = new Map<string, PropertyListValue>();
    for (let index = 0; index < count; index += 1) {
      const key = this.#object(this.#reference(start, index), depth + 1);
      if (typeof key === 'string') values.set(key, this.#object(this.#reference(start, count + index), depth + 1));
    }
    return values;
  }

  /** How long an object is, and where its content begins: long ones have their count in a number of its own. */
  #count(at: number): { readonly count: number; readonly start: number } {
    const low = (this.#bytes[at] ?? 0) & 0xf;
    if (low !== 0xf) return { count: low, start: at + 1 };
    const marker = this.#bytes[at + 1] ?? 0;
    const size = 2 ** (marker & 0xf);
    if (marker >> 4 !== 0x1 || size > 8) throw new PropertyListError('a length in it is no number.');
    return { count: this.#unsigned(at + 2, size), start: at + 2 + size };
  }

  #reference(start: number, index: number): number {
    return this.#unsigned(start + index * this.#referenceSize, this.#referenceSize);
  }

  #slice(start: number, length: number): Uint8Array {
    if (length > this.#table - start) throw new PropertyListError('a part is longer than what is left of it.');
    return this.#bytes.subarray(start, start + length);
  }

  /** Big-endian; a number beyond 2^53 is beyond every file. */
  #unsigned(at: number, size: number): number {
    if (at + size > this.#bytes.length) throw new PropertyListError('a part lies outside it.');
    let value = 0;
    for (let index = 0; index < size; index += 1) value = value * 256 + this.#view.getUint8(at + index);
    return Number.isSafeInteger(value) ? value : Number.MAX_SAFE_INTEGER;
  }
}
