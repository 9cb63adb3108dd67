/** One record of an archive as it is found again: where it is, and what it answers for. */
export interface IndexedRecord {
  /** In bytes of the archive's file as it is. */
  readonly offset: number;
  readonly length: number;
  /** A page that may be an article; something that pages show; a page that was visited again and had not changed. */
  readonly kind: 'page' | 'resource' | 'revisit';
  readonly url: string;
  /** What is the same for all addresses of one thing; see `addressKey`. */
  readonly key: string;
  /** ISO 8601, or empty where the archive doesn't say. */
  readonly date: string;
}

/**
 * The records of one archive while it is taken in, on disk, so that an archive of any size needs no more
 * memory than a small one. It is no part of the library and gone when it is closed.
 */
export interface RecordIndex {
  add(records: readonly IndexedRecord[]): void;
  /** Pages and revisits whose record begins at an offset or after it, in the archive's order, so many at a time. */
  pages(from: number, limit: number): readonly IndexedRecord[];
  /** Of the records of a thing, the one that was captured nearest to a date. */
  find(key: string, kind: 'page' | 'resource', date: string): IndexedRecord | null;
  close(): void;
}

/** What of an address tells it from others inside one archive: its scheme, a "www." and its fragment don't. */
export function addressKey(url: string): string {
  return url.replace(/#.*$/su, '').replace(/^https?:\/\/(?:www\.)?/iu, '');
}
