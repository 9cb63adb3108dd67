import type { FileHandle } from 'node:fs/promises';
import { readHeaderFields } from '../../../shared/mime/read-header-fields.ts';
import { isSeparator, lookAhead, nextCandidate } from './separator.ts';

/** A message's place in the file. */
export interface MailboxMessage {
  /** Behind its "From " line. */
  readonly start: number;
  readonly end: number;
  /** The line that begins it. */
  readonly line: string;
  /** True where its own length was believed: lines "From " in it may then be its own. */
  readonly byLength: boolean;
}

/** What is looked at in one go. */
const windowLength = 1024 * 1024;
/** What stands before a line that is judged: the line ends above it. */
const lookBehind = 4;
/** The part of a message's head in which its length is looked for. */
const headLength = 128 * 1024;

interface Window {
  readonly bytes: Buffer;
  /** Where it begins in the file. */
  readonly first: number;
}

/** Finds the messages of a mailbox one after the other, with one window of the file in memory. */
export class Mailbox {
  readonly #file: FileHandle;
  readonly #size: number;
  #window: Window = { bytes: Buffer.alloc(0), first: 0 };

  constructor(file: FileHandle, size: number) {
    this.#file = file;
    this.#size = size;
  }

  get size(): number {
    return this.#size;
  }

  async read(start: number, end: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafeSlow(Math.max(0, Math.min(end, this.#size) - start));
    let read = 0;
    while (read < buffer.length) {
      const { bytesRead } = await this.#file.read(buffer, read, buffer.length - read, start + read);
      // The file became shorter while it was read.
      if (bytesRead === 0) return buffer.subarray(0, read);
      read += bytesRead;
    }
    return buffer;
  }

  /** The message that begins at or after an offset, or null where none does. */
  async messageFrom(offset: number): Promise<MailboxMessage | null> {
    const begin = await this.#separatorFrom(offset);
    if (begin === null) return null;
    const { bytes, first } = await this.#windowAt(begin, headLength);
    const head = bytes.subarray(begin - first, begin - first + headLength);
    const lineEnd = head.indexOf(0x0a);
    const start = begin + lineEnd + 1;
    const line = head.subarray(0, Math.max(0, lineEnd)).toString('latin1').trim();
    const byLength = await this.#endByLength(head.subarray(lineEnd + 1), start);
    const end = byLength ?? (await this.#separatorFrom(start)) ?? this.#size;
    return { start, end, line, byLength: byLength !== null };
  }

  /** Where the next "From " line stands that parts messages, or null. */
  async #separatorFrom(offset: number): Promise<number | null> {
    for (let at = offset; at < this.#size; ) {
      const { bytes, first } = await this.#windowAt(at, lookAhead + 1);
      const end = first + bytes.length;
      // The last lines of a window are judged in the next one, which shows what stands behind them.
      const limit = end >= this.#size ? this.#size : end - lookAhead;
      for (let found = nextCandidate(bytes, at - first); found >= 0; found = nextCandidate(bytes, found + 1)) {
        if (first + found >= limit) break;
        if (isSeparator(bytes, found, first + found === 0)) return first + found;
      }
      if (limit <= at) return null;
      at = limit;
    }
    return null;
  }

  /** A window that holds so many bytes from an offset on, and what stands just before it. Small messages share one. */
  async #windowAt(at: number, length: number): Promise<Window> {
    const { bytes, first } = this.#window;
    const covers = first <= Math.max(0, at - lookBehind) && first + bytes.length >= Math.min(at + length, this.#size);
    if (!covers) {
      const start = Math.max(0, at - lookBehind);
      this.#window = { bytes: await this.read(start, start + windowLength + lookAhead), first: start };
    }
    return this.#window;
  }

  /** The end that a Content-Length gives ("mboxcl"), if a message, or nothing, begins there; else it lies. */
  async #endByLength(head: Buffer, start: number): Promise<number | null> {
    const { fields, bodyStart } = readHeaderFields(head);
    const written = fields.get('content-length') ?? '';
    if (!/^\d{1,15}$/u.test(written)) return null;
    const end = start + bodyStart + Number(written);
    if (end > this.#size) return null;
    const { bytes, first } = await this.#windowAt(end, lookAhead);
    const after = bytes.subarray(end - first, end - first + lookAhead);
    const lineEnds = /^[\r\n]{0,4}/u.exec(after.subarray(0, 4).toString('latin1'))?.[0].length ?? 0;
    if (end + lineEnds >= this.#size) return this.#size;
    return isSeparator(Buffer.concat([Buffer.from('\n\n'), after.subarray(lineEnds)]), 2, false) ? end : null;
  }
}
