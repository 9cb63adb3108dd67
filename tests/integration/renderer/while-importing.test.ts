import { effect } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import { methods, type Transport, type WireMessage } from '../../../main/contract/index.ts';
import { memoryPair } from '../../../main/rpc/memory.ts';
import { serve } from '../../../main/rpc/server.ts';
import { makeLibrary, page } from '../../support/library.ts';

const pipe = vi.hoisted(() => {
  const root = { dataset: {}, style: { setProperty: () => undefined } };
  Object.assign(globalThis, {
    window: {},
    document: { documentElement: root, activeElement: null },
    location: { hash: '' },
    history: { state: null },
    addEventListener: () => undefined,
    matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
  });
  const opened: { transport: Transport | null } = { transport: null };
  return opened;
});
vi.mock('../../../renderer/api/transport.ts', () => ({ openTransport: async () => pipe.transport }));

const { connect } = await import('../../../renderer/api/api.ts');
const { codes, collections, followLibrary, library, readLibrary, speakers } = await import(
  '../../../renderer/shared/state/library.ts'
);
const { ledger } = await import('../../../renderer/rooms/statements/ledger.ts');
const { query, results } = await import('../../../renderer/shared/state/search.ts');
const { knownCount, seeCount } = await import('../../../renderer/shared/state/saved-search-counts.ts');

/** A page's end of the pipe that counts the calls of methods without an answer, and can hold answers back. */
class WatchedTransport implements Transport {
  readonly asked: { readonly id: number; readonly name: string; readonly input: unknown }[] = [];
  readonly cancelled = new Set<number>();
  mostOpen = 0;
  changes = 0;
  /** The call of this query is answered when `release` is called. */
  held: string | null = null;
  readonly #inner: Transport;
  readonly #open = new Set<number>();
  readonly #listeners: ((message: unknown) => void)[] = [];
  #kept: unknown[] = [];

  constructor(inner: Transport) {
    this.#inner = inner;
    inner.onMessage((message) => this.#receive(message as WireMessage));
  }
  send(message: WireMessage): void {
    if (message.type === 'call' && Object.hasOwn(methods, message.name)) {
      this.asked.push(message);
      this.#open.add(message.id);
      this.mostOpen = Math.max(this.mostOpen, this.#open.size);
    }
    if (message.type === 'cancel') this.cancelled.add(message.id);
    this.#inner.send(message);
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#listeners.push(listener);
  }
  onClose(listener: () => void): void {
    this.#inner.onClose(listener);
  }
  close(): void {
    this.#inner.close();
  }
  release(): void {
    this.held = null;
    for (const message of this.#kept.splice(0)) this.#deliver(message);
  }
  named(name: string) {
    return this.asked.filter((call) => call.name === name);
  }
  searches(words: string) {
    return this.named('search.run').filter(({ input }) => (input as { readonly query: string }).query === words);
  }
  isOpen(): boolean {
    return this.#open.size > 0;
  }

  #receive(message: WireMessage): void {
    if (message.type === 'event' && message.topic === 'library.changed') this.changes += 1;
    const isHeld =
      message.type === 'reply' && this.held !== null && this.searches(this.held).some(({ id }) => id === message.id);
    if (isHeld) this.#kept.push(message);
    else this.#deliver(message);
  }
  #deliver(message: unknown): void {
    const { type, id } = message as { readonly type: string; readonly id: number };
    if (type === 'reply') this.#open.delete(id);
    for (const listener of this.#listeners) listener(message);
  }
}

const pages = 240;
const said = 'We will keep the ferry, said Harbour Warden Ines Calloway.';

it('a search is answered while an import and highlights go on, with as many calls open as there are things shown', async () => {
  const own = await makeLibrary();
  const story = (title: string) =>
    page({
      title,
      body: [`${title}: the harbour board met on the quay.`, said, 'The wardens trust the new timetable.'],
    });
  for (let number = 0; number < pages; number += 1)
    own.file(`pages/${number}.html`, story(`Sitting ${number} of the board`));
  const { lines } = await own.take(own.file('first.html', story('A first page')));
  const [{ article = null, revision = null } = {}] = lines;
  if (article === null || revision === null) throw new Error('the first page was not taken');
  const saved = await Promise.all(
    ['harbour', 'ferry timetable', 'speaker:calloway', 'wardens OR quay', '"new timetable"'].map((words) =>
      own.call('collections.create', { name: words, parent: null, query: words }),
    ),
  );

  const [near, far] = memoryPair();
  const transport = new WatchedTransport(near);
  pipe.transport = transport;
  serve(own.core, far);
  followLibrary();
  connect(readLibrary);
  // The rail, and both long lists at once.
  for (const shown of [library, collections, codes, speakers, results.version, ledger.version])
    effect(() => {
      void shown.value;
    });
  for (const { id } of saved) seeCount(id);
  await vi.waitFor(() => expect(collections.value.length).toBe(saved.length));
  await vi.waitFor(() => expect(results.total.value).toBe(1));

  let ended = false;
  const grant = own.core.grants.issue(`${own.folder}/incoming/pages`, 'read');
  const importing = own.run('import.run', { grants: [grant] }).finally(() => {
    ended = true;
  });
  const before = transport.changes;
  await vi.waitFor(() => expect(transport.changes).toBeGreaterThan(before));
  // A search that is slower than the changes: its answer comes after ten highlights.
  transport.held = 'ferry';
  query.value = 'ferry';
  const from = transport.changes;
  for (let start = 0; start < 10; start += 1)
    await own.call('annotations.create', { article, revision, start, end: start + 5, color: 'amber' });
  await vi.waitFor(() => expect(transport.changes).toBeGreaterThanOrEqual(from + 10));
  const [search, ...more] = transport.searches('ferry');
  expect(more).toEqual([]);
  expect(transport.cancelled.has(search?.id ?? -1)).toBe(false);
  transport.release();
  await vi.waitFor(() => expect(results.row(0)?.snippet.text).toContain('ferry'));
  expect(ended).toBe(false);

  await importing;
  await vi.waitFor(() => expect(results.total.value).toBe(pages + 1), { timeout: 60_000 });
  await vi.waitFor(() => expect(knownCount(saved[0]?.id ?? fail()).value).toBe(pages + 1), { timeout: 60_000 });
  await vi.waitFor(() => expect(transport.isOpen()).toBe(false), { timeout: 60_000 });
  // State, settings, collections, codes, speakers, results, ledger, and one count after the other.
  expect(transport.mostOpen).toBeLessThanOrEqual(8);
  // Neither an article nor a highlight makes or moves a collection or a code: at the start, and at the import's end.
  expect(transport.named('collections.list').length).toBeLessThanOrEqual(2);
  expect(transport.named('codes.list').length).toBeLessThanOrEqual(2);
  expect(transport.named('settings.get').length).toBe(1);
});

function fail(): never {
  throw new Error('there is no saved search');
}
