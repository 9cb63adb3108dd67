import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { pagesFor } from '../lib/page-plan.ts';
import { createLiveReading } from './live-reading.ts';

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

/** A long list of which only the pages near the window are fetched and kept, while somebody shows it. */
export interface PagedList<Row, Summary> {
  /** Null until the first page came. */
  readonly total: ReadonlySignal<number | null>;
  readonly summary: ReadonlySignal<Summary | null>;
  readonly error: ReadonlySignal<unknown>;
  /** Goes up whenever rows came or changed. */
  readonly version: ReadonlySignal<number>;
  /** A row that is there, or undefined while its page is on the way. Reading it subscribes to `version`. */
  row(index: number): Row | undefined;
  /** The list as it was read last. Looking at it doesn't show it, so it isn't read again for that. */
  readonly kept: {
    readonly total: ReadonlySignal<number | null>;
    row(index: number): Row | undefined;
  };
  /** Fetches what is missing of `[first, last)`. */
  ensure(first: number, last: number): void;
  /** Asks a new source: what the old one was asked is given up. Its rows stay until the first new page is there. */
  replace(source: PageSource<Row, Summary>): void;
  /**
   * Reads what is shown again, because the library changed. What is on its way comes first, however slow it is:
   * a list that began anew with every change would never show while changes keep coming.
   */
  refresh(): void;
}

/** Lists whose question is not answered yet. */
const asking = signal(0);
/** True while a person waits for a list: what nobody waits for gives way then. Looking at it shows no list. */
export const someListAsks = computed(() => asking.value > 0);

/** Pages kept at most; the ones farthest from the window go first. */
const keptPages = 40;

interface Page<Row> {
  readonly rows: readonly Row[];
  /** The reading that it belongs to. */
  readonly reading: number;
}

export function createPagedList<Row, Summary>(pageSize: number): PagedList<Row, Summary> {
  let shown = 0;
  let hide = () => {};
  /** Whoever looks at one of these shows the list. */
  function shownSignal<Value>(value: Value): Signal<Value> {
    return signal<Value>(value, {
      watched: () => {
        shown += 1;
        if (shown === 1) hide = reading.show();
      },
      unwatched: () => {
        shown -= 1;
        if (shown === 0) hide();
      },
    });
  }
  const total = shownSignal<number | null>(null);
  const summary = shownSignal<Summary | null>(null);
  const error = shownSignal<unknown>(null);
  const version = shownSignal(0);
  /** The same two for whoever only looks back at the list. */
  const kept = { total: signal<number | null>(null), version: signal(0) };
  let asks = false;
  function setAsking(now: boolean): void {
    if (now !== asks) asking.value += now ? 1 : -1;
    asks = now;
  }
  const pages = new Map<number, Page<Row>>();
  let source: PageSource<Row, Summary> | null = null;
  /** Pages on their way, and those that the present reading has. */
  let asked = new Set<number>();
  let underWay = new Set<Promise<void>>();
  let number = 0;
  let unanswered = false;
  let stop = new AbortController();
  let window = { first: 0, last: pageSize };

  const reading = createLiveReading(async (given) => {
    if (source === null) return;
    // Pages that were asked for by scrolling belong to the reading before.
    await arrived();
    if (given.aborted) return;
    number += 1;
    asked = new Set();
    stop = new AbortController();
    setAsking(unanswered);
    given.addEventListener('abort', giveUp, { once: true });
    // A list that is still empty shows no row; its first page must come all the same, or it stays empty.
    fetchPages(window.first, Math.max(window.last, window.first + 1));
    await arrived();
    given.removeEventListener('abort', giveUp);
  });

  function giveUp(): void {
    stop.abort();
    underWay = new Set();
    asked = new Set();
    setAsking(false);
  }

  function answered(): void {
    unanswered = false;
    setAsking(false);
  }

  async function arrived(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay);
  }

  function fetchPages(first: number, last: number): void {
    for (const page of pagesFor(first, last, pageSize)) {
      if (asked.has(page)) continue;
      asked.add(page);
      const fetches = underWay;
      const coming = fetchPage(page).finally(() => fetches.delete(coming));
      fetches.add(coming);
    }
  }

  async function fetchPage(page: number): Promise<void> {
    if (source === null) return;
    const { signal: stopped } = stop;
    const own = number;
    try {
      const reply = await source(page * pageSize, pageSize, stopped);
      if (stopped.aborted) return;
      // What comes anew stays as it was until it is there; everything else of the reading before goes.
      for (const [place, { reading: of }] of pages) if (of !== own && !asked.has(place)) pages.delete(place);
      pages.set(page, { rows: reply.rows, reading: own });
      total.value = reply.total;
      kept.total.value = reply.total;
      summary.value = reply.summary;
      error.value = null;
      answered();
      forget(page);
      version.value += 1;
      kept.version.value += 1;
    } catch (thrown) {
      if (stopped.aborted) return;
      asked.delete(page);
      error.value = thrown;
      answered();
    }
  }

  function forget(near: number): void {
    if (pages.size <= keptPages) return;
    const far = [...pages.keys()].sort((a, b) => Math.abs(b - near) - Math.abs(a - near))[0];
    if (far === undefined) return;
    pages.delete(far);
    asked.delete(far);
  }

  const rowAt = (index: number): Row | undefined => pages.get(Math.floor(index / pageSize))?.rows[index % pageSize];

  return {
    total,
    summary,
    error,
    version,
    // A component is drawn anew by its own signals: whoever draws a row must hear of its page.
    row: (index) => (version.value < 0 ? undefined : rowAt(index)),
    kept: {
      total: kept.total,
      row: (index) => (kept.version.value < 0 ? undefined : rowAt(index)),
    },
    ensure(first, last) {
      window = { first, last };
      // Before the first reading there is nothing to be missing.
      if (number > 0) fetchPages(first, last);
    },
    replace(next) {
      source = next;
      window = { first: 0, last: pageSize };
      unanswered = true;
      giveUp();
      void reading.ask();
    },
    refresh() {
      void reading.touch();
    },
  };
}
