import type { LibraryChange } from '../../contract/index.ts';

/** Milliseconds between two sendings of what long work changes. */
const pause = 250;
/** A subject of which more changed in one sending says only that many did. */
const mostNamed = 200;

/**
 * Where everything that writes says what it changed. A person's act is sent at once. What long work changes
 * is gathered, one entry a subject, and sent a few times a second at most, however many batches it writes.
 */
export class ChangeFeed {
  readonly #send: (changes: readonly LibraryChange[]) => void;
  #gathered: readonly LibraryChange[] = [];
  #resting: NodeJS.Timeout | null = null;

  constructor(send: (changes: readonly LibraryChange[]) => void) {
    this.#send = send;
  }

  /** A person's act, or the end of long work: sent at once, with what was gathered before it. */
  tell(...changes: readonly LibraryChange[]): void {
    this.#gathered = mergeChanges(this.#gathered, changes);
    this.#flush();
  }

  /** A part of long work. */
  gather(...changes: readonly LibraryChange[]): void {
    this.#gathered = mergeChanges(this.#gathered, changes);
    if (this.#resting === null) this.#flush();
  }

  /** Sends nothing more: whoever listened is told that the library is another one. */
  close(): void {
    this.#rest();
    this.#gathered = [];
  }

  #flush(): void {
    const changes = this.#gathered;
    this.#gathered = [];
    this.#rest();
    if (changes.length === 0) return;
    this.#resting = setTimeout(() => this.#flush(), pause);
    // A process that has nothing else to do need not stay for this.
    this.#resting.unref();
    this.#send(changes);
  }

  #rest(): void {
    if (this.#resting !== null) clearTimeout(this.#resting);
    this.#resting = null;
  }
}

/** One change for each subject, which names what any of them names. */
export function mergeChanges(
  before: readonly LibraryChange[],
  more: readonly LibraryChange[],
): readonly LibraryChange[] {
  const bySubject = new Map<LibraryChange['subject'], LibraryChange>();
  for (const change of [...before, ...more]) {
    const known = bySubject.get(change.subject);
    bySubject.set(change.subject, known === undefined ? bounded(change) : bounded(joined(known, change)));
  }
  return [...bySubject.values()];
}

/** Both are of one subject, so they have the same fields. */
function joined(one: LibraryChange, other: LibraryChange): LibraryChange {
  const ids = 'ids' in one && 'ids' in other ? { ids: together<unknown>(one.ids, other.ids) } : {};
  const articles = 'articles' in one && 'articles' in other ? { articles: together(one.articles, other.articles) } : {};
  return { ...one, ...ids, ...articles } as LibraryChange;
}

function bounded(change: LibraryChange): LibraryChange {
  const ids = 'ids' in change ? { ids: few<unknown>(change.ids) } : {};
  const articles = 'articles' in change ? { articles: few(change.articles) } : {};
  return { ...change, ...ids, ...articles } as LibraryChange;
}

function together<Id>(one: readonly Id[] | null, other: readonly Id[] | null): readonly Id[] | null {
  return one === null || other === null ? null : [...new Set([...one, ...other])];
}

function few<Id>(ids: readonly Id[] | null): readonly Id[] | null {
  return ids !== null && ids.length > mostNamed ? null : ids;
}
