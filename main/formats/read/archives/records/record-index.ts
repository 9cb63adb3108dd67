/**
 * The records of one archive while it is taken in, on disk, so that an archive of any size needs no more
 * memory than a small one. It is no part of the library, holds nothing that isn't in the archive, and is gone
 * when it is closed. Addresses and names are kept as 48-bit numbers (see `addresses.ts`); whoever finds a
 * record checks what it says.
 */
export interface RecordIndex {
  /** Adds a record with the names that others may refer to it by: its id, its digest. */
  add(record: IndexedRecord, names: readonly number[]): void;
  /**
   * Keeps how the record of a name was asked for (`requestKinds`). The record itself may stand before or after the one
   * that says it; of several the first counts.
   */
  addRequest(name: number, kind: number): void;
  addListed(page: ListedPage): void;
  removeListed(page: ListedPage): void;
  /** Takes back all that was said of a file's records, to read it again in another way. */
  forget(file: number): void;
  /** Ends adding records: from here on they are looked for. */
  seal(): void;
  /** The next records of some kinds behind a place, in the archive's order. */
  after(file: number, offset: number, kinds: readonly number[], limit: number): readonly IndexedRecord[];
  count(kinds: readonly number[]): number;
  /**
   * Records captured at an address, the best first: those of the very address, where there are any, else those
   * of its loose form; of each the nearest to a time.
   */
  atAddress(address: AddressKeys, time: number): readonly IndexedRecord[];
  /** The first record that has a name. */
  named(name: number): IndexedRecord | null;
  /** How the record of a name was asked for; null where nobody says. */
  requestOf(name: number): number | null;
  readonly hasList: boolean;
  /** Whether a page is on the archive's own list, and chosen there; null where it isn't on it. */
  listingOf(loose: number): { readonly isChosen: boolean } | null;
  /** Listed pages at whose address no record of some kinds stands, a few at a time, behind the last one that is known. */
  listedWithout(kinds: readonly number[], behind: ListedPage | null, limit: number): readonly ListedPage[];
  close(): void;
}

/**
 * An address as two numbers that records are looked up by. Another record may name the same page in other words, so
 * the exact form is tried first, then the loose one.
 */
export interface AddressKeys {
  /** Of the address as it is written, without its fragment. */
  readonly exact: number;
  /** Of the address without what makes no other page of it; see `addressKeys`. */
  readonly loose: number;
}

export interface IndexedRecord extends AddressKeys {
  /** Which of the archive's files, counted from 0. */
  readonly file: number;
  /** In bytes of that file as it is. */
  readonly offset: number;
  readonly length: number;
  /** See `recordKinds`. */
  readonly kind: number;
  /** Seconds since 1970; 0 where nobody says. */
  readonly time: number;
}

/** A page that the archive's own list names. */
export interface ListedPage extends AddressKeys {
  readonly url: string;
  /** True where somebody saved it on purpose; false where a crawler only came by. */
  readonly isChosen: boolean;
}
