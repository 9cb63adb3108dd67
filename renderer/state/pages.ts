import { type ReadonlySignal, signal } from '@preact/signals';
import { pagesFor } from '../lib/page-plan.ts';

/** One page of a long list, as the core gives it. */
export interface PageReply<Row, Summary> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly summary: Summary;
}
export type PageSource<Row, Summary> = (
  offset: number,
  limit: number,
  stop: AbortSignal,
) => Promise<PageReply<Row, Summary>>;

/** A long list of which only the pages near the window are fetched and kept. */
export interface PagedList<Row, Summary> {
  /** Null until the first page came. */
  readonly total: ReadonlySignal<number | null>;
  readonly summary: ReadonlySignal<Summary | null>;
  readonly error: ReadonlySignal<unknown>;
  /** Goes up whenever rows came or changed. */
  readonly version: ReadonlySignal<number>;
  /** A row that is there, or undefined while its page is on the way. Reading it subscribes to `version`. */
  row(index: number): Row | undefined;
  /** Fetches what is missing of `[first, last)`. */
  ensure(first: number, last: number): void;
  /** Starts over with a new source; the old rows stay until the first new page is there. */
  replace(source: PageSource<Row, Summary>): void;
  /** Reads what is shown again, because the library changed. */
  refresh(): void;
}

/** Pages kept at most; the ones farthest from the window go first. */
const keptPages = 40;

export function createPagedList<Row, Summary>(pageSize: number): PagedList<Row, Summary> {
  const total = signal<number | null>(null);
  const summary = signal<Summary | null>(null);
  const error = signal<unknown>(null);
  const version = signal(0);
  let pages = new Map<number, readonly Row[]>();
  let asked = new Set<number>();
  let source: PageSource<Row, Summary> | null = null;
  let stop = new AbortController();
  let fresh = false;
  let shown = { first: 0, last: pageSize };

  async function fetchPage(page: number): Promise<void> {
    if (source === null || asked.has(page)) return;
    asked.add(page);
    const { signal: stopped } = stop;
    try {
      const reply = await source(page * pageSize, pageSize, stopped);
      if (stopped.aborted) return;
      if (!fresh) {
        pages = new Map();
        fresh = true;
      }
      pages.set(page, reply.rows);
      total.value = reply.total;
      summary.value = reply.summary;
      error.value = null;
      forget(page);
      version.value += 1;
    } catch (thrown) {
      if (stopped.aborted) return;
      asked.delete(page);
      error.value = thrown;
    }
  }

  function forget(near: number): void {
    if (pages.size <= keptPages) return;
    const far = [...pages.keys()].sort((a, b) => Math.abs(b - near) - Math.abs(a - near))[0];
    if (far === undefined) return;
    pages.delete(far);
    asked.delete(far);
  }

  function restart(): void {
    stop.abort();
    stop = new AbortController();
    asked = new Set();
    fresh = false;
    // A list that is still empty shows no row; its first page must come all the same, or it stays empty.
    for (const page of pagesFor(shown.first, Math.max(shown.last, shown.first + 1), pageSize)) void fetchPage(page);
  }

  return {
    total,
    summary,
    error,
    version,
    // A component is drawn anew by its own signals: whoever draws a row must hear of its page.
    row: (index) => (version.value < 0 ? undefined : pages.get(Math.floor(index / pageSize))?.[index % pageSize]),
    ensure(first, last) {
      shown = { first, last };
      for (const page of pagesFor(first, last, pageSize)) void fetchPage(page);
    },
    replace(next) {
      source = next;
      shown = { first: 0, last: pageSize };
      restart();
    },
    refresh: restart,
  };
}
