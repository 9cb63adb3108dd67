import type { FileWindow } from './file-window.ts';
import type { Packing, Unit } from './packing.ts';
import { type Grammar, longestHead, type RecordHead } from './record-head.ts';

/** A record as it was found, not read yet. */
export interface FoundRecord {
  readonly kind: 'record';
  readonly head: RecordHead;
  /** In the file, as it is. */
  readonly offset: number;
  readonly length: number;
  /** Where to go on. */
  readonly next: number;
  /** The record's first unpacked bytes, from its head on. */
  readonly beginning: Uint8Array;
  /** True where its length is not what it says, or it is cut off. */
  readonly isDamaged: boolean;
}

/** Bytes that are no record. */
export interface Damage {
  readonly kind: 'damage';
  readonly offset: number;
  readonly next: number;
}

/** Several records are packed as one: they can't be read one by one. */
export interface PackedTogether {
  readonly kind: 'packed-together';
}

/** How much of an unpacked record is looked at: its head and the answer's. */
const lookedAt = longestHead * 2;
const searchedAtOnce = 1024 * 1024;
/** A head may lie across two pieces that are searched. */
const overlap = 128 * 1024;

/** The records of one file, found one after the other or read at their place. */
export class RecordFile {
  readonly file: FileWindow;
  readonly grammar: Grammar;
  readonly #packing: Packing | null;

  constructor(file: FileWindow, grammar: Grammar, packing: Packing | null) {
    this.file = file;
    this.grammar = grammar;
    this.#packing = packing;
  }

  /** What begins at a place; null at the end. */
  async find(at: number): Promise<FoundRecord | Damage | PackedTogether | null> {
    return this.#packing === null ? this.#findPlain(at) : this.#findPacked(at, this.#packing);
  }

  /** A record's bytes, unpacked, in memory of their own. */
  async read(offset: number, length: number, limit: number): Promise<{ bytes: Uint8Array | null; sound: boolean }> {
    if (this.#packing === null)
      return { bytes: length > limit ? null : this.file.readOwn(offset, length), sound: true };
    const { bytes, sound } = await this.#packing.unpack(this.file, offset, length, limit);
    return { bytes: bytes === null ? null : new Uint8Array(bytes), sound };
  }

  #findPlain(at: number): FoundRecord | Damage | null {
    const start = this.#skipLineEnds(at);
    if (start >= this.file.size) return null;
    const head = this.#parse(start);
    if (head === null) return { kind: 'damage', offset: start, next: this.#nextPlain(start + 1) ?? this.file.size };
    const { end, isDamaged } = this.#endOfPlain(start, head);
    const beginning = this.file.read(start, Math.min(lookedAt, end - start));
    return { kind: 'record', head, offset: start, length: end - start, next: end, beginning, isDamaged };
  }

  #parse(start: number): RecordHead | null {
    const few = this.grammar.parse(this.file.read(start, 32 * 1024));
    const head = few === 'unended' ? this.grammar.parse(this.file.read(start, longestHead)) : few;
    return typeof head === 'string' ? null : head;
  }

  #skipLineEnds(at: number): number {
    let start = at;
    for (;;) {
      const bytes = this.file.read(start, 4096);
      const first = bytes.findIndex((byte) => byte !== 0x0a && byte !== 0x0d);
      if (first >= 0) return start + first;
      if (bytes.length === 0) return start;
      start += bytes.length;
    }
  }

  /** Where a record ends: where it says, if the next one or nothing stands there; else where the next one begins. */
  #endOfPlain(start: number, head: RecordHead): { readonly end: number; readonly isDamaged: boolean } {
    const { size } = this.file;
    const blockStart = start + head.length;
    const announced = head.blockLength === null ? null : blockStart + head.blockLength;
    if (announced !== null && announced <= size) {
      const behind = this.file.read(announced, this.grammar.trailer + 4);
      const lineEnds = leadingLineEnds(behind);
      const end = announced + Math.min(lineEnds, this.grammar.trailer);
      const next = this.#skipLineEnds(announced);
      if (next >= size || this.#parse(next) !== null) return { end, isDamaged: false };
      // The record ends as it should, and what follows is no record.
      if (this.grammar.trailer > 0 && lineEnds >= this.grammar.trailer) return { end, isDamaged: false };
    }
    const next = this.#nextPlain(blockStart);
    if (next !== null) return { end: next, isDamaged: true };
    return { end: announced === null || announced > size ? size : announced, isDamaged: true };
  }

  #nextPlain(from: number): number | null {
    return this.#search(
      from,
      (bytes, at) => this.grammar.find(bytes, at),
      (at) => this.#parse(at) !== null,
    );
  }

  #search(from: number, find: (bytes: Buffer, at: number) => number, isOne: (at: number) => boolean): number | null {
    for (let start = from; start < this.file.size; start += searchedAtOnce) {
      const bytes = this.file.readOwn(start, searchedAtOnce + overlap);
      for (let at = find(bytes, 0); at >= 0 && at < searchedAtOnce; at = find(bytes, at + 1))
        if (isOne(start + at)) return start + at;
    }
    return null;
  }

  async #findPacked(at: number, packing: Packing): Promise<FoundRecord | Damage | PackedTogether | null> {
    if (at >= this.file.size) return null;
    const unit = await packing.unitAt(this.file, at);
    const head = unit === null ? 'none' : this.grammar.parse(unit.beginning);
    if (unit === null || typeof head === 'string') {
      if (unit?.whole === true) return { kind: 'damage', offset: at, next: unit.end };
      return this.#rest(at) ? null : { kind: 'damage', offset: at, next: await this.#nextPacked(at + 1, packing) };
    }
    const { beginning } = unit;
    const end = head.blockLength === null ? null : head.length + head.blockLength;
    if (unit.whole && holdsAnother(unit, end, this.grammar)) return { kind: 'packed-together' };
    const next = unit.whole ? unit.end : await this.#nextPacked(at + 1, packing);
    const isLong = unit.unpacked !== null && end !== null && unit.unpacked > end + this.grammar.trailer + 2;
    const isShort = unit.unpacked !== null && end !== null && unit.unpacked < end;
    if (unit.whole && isShort && (await this.#goesOn(next, packing))) return { kind: 'packed-together' };
    const isDamaged = !unit.whole || end === null || isLong || isShort;
    return { kind: 'record', head, offset: at, length: next - at, next, beginning, isDamaged };
  }

  /** Whether what is packed next is no record of its own: the one before goes on there. */
  async #goesOn(at: number, packing: Packing): Promise<boolean> {
    const unit = await packing.unitAt(this.file, at);
    return unit !== null && unit.beginning.length > 0 && this.grammar.parse(unit.beginning) === 'none';
  }

  /** Some writers fill the end of a file with zeros or a line end. */
  #rest(at: number): boolean {
    const { size } = this.file;
    return (
      size - at < 64 * 1024 &&
      this.file.read(at, size - at).every((byte) => byte === 0 || byte === 0x0a || byte === 0x0d)
    );
  }

  /** Where the next record begins that can be unpacked, or the end. */
  async #nextPacked(from: number, packing: Packing): Promise<number> {
    for (let start = from; start < this.file.size; start += searchedAtOnce) {
      const bytes = this.file.readOwn(start, searchedAtOnce + overlap);
      for (let at = packing.find(bytes, 0); at >= 0 && at < searchedAtOnce; at = packing.find(bytes, at + 1)) {
        const unit = await packing.unitAt(this.file, start + at);
        if (unit !== null && typeof this.grammar.parse(unit.beginning) !== 'string') return start + at;
      }
    }
    return this.file.size;
  }
}

function leadingLineEnds(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0x0a && byte !== 0x0d);
  return first < 0 ? bytes.length : first;
}

/** Whether a second record stands behind the first in one packed piece. */
function holdsAnother({ beginning, unpacked }: Unit, end: number | null, grammar: Grammar): boolean {
  if (end === null || (unpacked !== null && unpacked <= end + 8)) return false;
  // What stands behind a record that is larger than what is looked at is found when they are unpacked together.
  if (end >= beginning.length) return unpacked !== null;
  const rest = beginning.subarray(end, end + 64 * 1024);
  return typeof grammar.parse(rest.subarray(leadingLineEnds(rest))) === 'object';
}
