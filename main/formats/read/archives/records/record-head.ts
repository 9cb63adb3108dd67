import { HeaderFields } from '../../../shared/mime/header-fields.ts';

/** What a record is, as WARC has it (ISO 28500:2017, 6); an ARC's records are told apart by what they hold. */
export type RecordType = 'response' | 'resource' | 'revisit' | 'request' | 'metadata' | 'warcinfo' | 'other';

/** The head of a record, of a WARC or of an ARC. */
export interface RecordHead {
  readonly type: RecordType;
  readonly id: string | null;
  /** The address it was captured at. */
  readonly uri: string | null;
  /** When it was captured, as the archive writes it. */
  readonly date: string | null;
  /** Of the block: "application/http; msgtype=response", "text/html". */
  readonly contentType: string | null;
  /** All fields of a WARC's head; none of an ARC's. */
  readonly fields: HeaderFields;
  /** Bytes of the head with its empty line: the block begins there. */
  readonly length: number;
  /** Bytes of the block as the head announces them; null where it says nothing that could be true. */
  readonly blockLength: number | null;
}

export const noFields = new HeaderFields([]);

/** A longer head is made to be slow or is none: real ones stay below 10,000 bytes. */
export const longestHead = 256 * 1024;

/** How the records of a kind of archive look. */
export interface Grammar {
  readonly name: 'warc' | 'arc';
  /**
   * The head at the beginning of `bytes`; `none` where no record begins there; `unended` where the bytes end
   * before the head does.
   */
  parse(bytes: Uint8Array): RecordHead | 'none' | 'unended';
  /** Where the next record begins in `bytes`, from a place on; -1 where none does. Used only where an archive is damaged. */
  find(bytes: Buffer, from: number): number;
  /** Line ends that belong to a record and stand behind its block. */
  readonly trailer: number;
}

/** Where the first empty line of some bytes ends; null where there is none within the longest head. */
export function endOfHead(bytes: Uint8Array): number | null {
  const limit = Math.min(bytes.length, longestHead);
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < limit; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at + 1] === 0x0a) return at + 2;
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) return at + 3;
  }
  return null;
}

/** An address or a name without the angle brackets that WARC 1.0 and some writers put around it; null for an empty one. */
export function bare(value: string | null): string | null {
  const written = value?.replace(/^<(.*)>$/u, '$1').trim() ?? '';
  return written === '' ? null : written;
}

/** The moment of a record in ISO 8601 and UTC, as exact as it is written (WARC-Date; an ARC's fourteen digits); null where it is none. */
export function instantOfDate(date: string | null): string | null {
  if (date === null) return null;
  const digits = /^(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?(\d{2})?\d{0,6}$/u.exec(date);
  const written =
    digits === null
      ? date
      : `${digits[1]}-${digits[2]}-${digits[3]}T${digits[4] ?? '00'}:${digits[5] ?? '00'}:${digits[6] ?? '00'}Z`;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/u.test(written)) {
    // WARC 1.1 allows a day or a month alone: less than a moment, but the only word on it.
    const day = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(written);
    if (day === null) return null;
    return instantOfDate(`${day[1]}-${day[2] ?? '01'}-${day[3] ?? '01'}T00:00:00Z`);
  }
  const instant = new Date(written);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
