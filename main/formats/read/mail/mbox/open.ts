import { open as openFile } from 'node:fs/promises';
import type { ContainerSource, Member, OpenContainer } from '../../../format.ts';
import { instantOf, parseMailDate } from '../../../shared/mime/dates.ts';
import { decodeWords } from '../../../shared/mime/encoded-words.ts';
import type { HeaderFields } from '../../../shared/mime/header-fields.ts';
import { readHeaderFields } from '../../../shared/mime/read-header-fields.ts';
import { largestMember } from '../../containers/member-limits.ts';
import { Mailbox, type MailboxMessage } from './mailbox.ts';
import { nextCandidate } from './separator.ts';
import { unquoteFrom } from './unquote.ts';

/** For `ContainerReader.open`. */
export async function open(source: ContainerSource): Promise<OpenContainer> {
  const file = await openFile(source.path, 'r');
  try {
    const { size } = await file.stat();
    return new OpenMailbox(new Mailbox(file, size), source, () => file.close());
  } catch (error) {
    await file.close();
    throw error;
  }
}

class OpenMailbox implements OpenContainer {
  readonly #mailbox: Mailbox;
  readonly #source: ContainerSource;
  readonly close: () => Promise<void>;

  constructor(mailbox: Mailbox, source: ContainerSource, close: () => Promise<void>) {
    this.#mailbox = mailbox;
    this.#source = source;
    this.close = close;
  }

  async *members(): AsyncIterable<Member> {
    const [offset = 0, before = 0] = (this.#source.after ?? '').split(':').map(Number);
    let at = offset;
    let number = before;
    let deleted = 0;
    for (;;) {
      this.#source.signal.throwIfAborted();
      const message = await this.#mailbox.messageFrom(at);
      if (message === null) break;
      at = message.end;
      number += 1;
      const member = await this.#read(message, number, `${at}:${number}`);
      if (member === null) deleted += 1;
      else yield member;
      this.#source.progress(at);
    }
    if (deleted > 0)
      yield {
        kind: 'summary',
        reason: `${deleted === 1 ? 'One message' : `${deleted} messages`} that the mail program had deleted, and not yet removed from the file, ${deleted === 1 ? 'was' : 'were'} not taken.`,
        isEmpty: number === deleted,
      };
  }

  /** A message as a file of its own; null for one that is there no more. */
  async #read(message: MailboxMessage, number: number, position: string): Promise<Member | null> {
    const { start, end, line, byLength } = message;
    const size = end - start;
    if (size > largestMember) {
      const { fields } = readHeaderFields(await this.#mailbox.read(start, start + 64 * 1024));
      const reason = `It has ${Math.round(size / 1_048_576)} MB; messages of up to 256 MB are taken out of a mailbox. Save it from your mail program without what is attached, and add that.`;
      return { kind: 'refused', path: pathOf(number, fields), reason, position };
    }
    const bytes = withoutLastLine(await this.#mailbox.read(start, end));
    const { fields } = readHeaderFields(bytes);
    if (isDeleted(fields)) return null;
    // Where a length was written and lines "From " stand as they are, nothing was quoted ("mboxcl2").
    const isQuoted = !byLength || nextCandidate(bytes, 0) < 0;
    return {
      kind: 'file',
      path: pathOf(number, fields),
      bytes: isQuoted ? unquoteFrom(bytes) : bytes,
      modified: null,
      captured: deliveredOn(line),
      record: null,
      position,
    };
  }

  resource(): Promise<null> {
    return Promise.resolve(null);
  }
}

/** The empty line above the next message is the mailbox's. */
function withoutLastLine(message: Buffer): Buffer {
  const end = message.subarray(-4).toString('latin1');
  return end.endsWith('\r\n\r\n') ? message.subarray(0, -2) : end.endsWith('\n\n') ? message.subarray(0, -1) : message;
}

/** Thunderbird marks what it deleted until it rewrites the file; Unix programs keep a note to themselves in front. */
function isDeleted(fields: HeaderFields): boolean {
  const status = Number.parseInt(fields.get('x-mozilla-status') ?? '0', 16);
  return (status & 0x0008) !== 0 || /FOLDER INTERNAL DATA$/u.test(fields.get('subject') ?? '');
}

/** "0003 The pier.eml": in the mailbox's order, and known by its subject. */
function pathOf(number: number, fields: HeaderFields): string {
  const subject = decodeWords(fields.get('subject') ?? '')
    .replace(/[/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const short = Array.from(subject).slice(0, 80).join('').trim();
  return `${String(number).padStart(4, '0')} ${short === '' ? 'without a subject' : short}.eml`;
}

/** The day in a "From " line, which is in UTC (RFC 4155); ISO 8601, or null. */
function deliveredOn(line: string): string | null {
  const written =
    /(?:[A-Z][a-z]{2},? )?([A-Z][a-z]{2}) +(\d{1,2}) (\d{1,2}:\d{2}:\d{2})(?: [A-Z]{2,5}| [+-]\d{4})? (\d{4})/u.exec(
      line,
    );
  if (written === null) return null;
  const [, month, day, time, year] = written;
  return instantOf(parseMailDate(`${day} ${month} ${year} ${time} GMT`));
}
