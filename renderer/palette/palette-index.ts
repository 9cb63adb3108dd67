import { signal } from '@preact/signals';
import { api } from '../api/api.ts';
import { availableCommands } from '../state/commands.ts';
import { changes, codes, collections, speakers } from '../state/library.ts';
import { notifyError } from '../state/notices.ts';
import { route } from '../state/route.ts';
import { commandTexts } from '../texts/commands.ts';
import type { PaletteReply, PaletteRequest } from './messages.ts';
import type { PaletteEntry } from './palette-search.ts';
import { startWorker } from './start-worker.ts';

/** What the palette shows for the words last typed. */
export const found = signal<readonly PaletteEntry[]>([]);

let worker: Worker | null = null;
let lastId = 0;
let lastWords = '';
/** The count of changes at which the titles were read; titles are read again only after another. */
let readAt = -1;

function post(request: PaletteRequest): void {
  worker ??= start();
  worker.postMessage(request);
}

function start(): Worker {
  const started = startWorker();
  started.addEventListener('message', ({ data }: MessageEvent<PaletteReply>) => {
    if (data.id === lastId) found.value = data.entries;
  });
  return started;
}

export function find(words: string): void {
  lastId += 1;
  lastWords = words;
  post({ type: 'find', id: lastId, words });
}

/** Brings the index up to date; called when the palette opens. */
export function prepare(): void {
  post({ type: 'vocabulary', entries: vocabulary() });
  if (readAt === changes.value) return;
  readAt = changes.value;
  readTitles(readAt).catch(notifyError);
}

function vocabulary(): PaletteEntry[] {
  return [
    ...availableCommands(route.value.room).map(
      (name): PaletteEntry => ({ kind: 'command', id: name, title: commandTexts.labels[name], detail: null }),
    ),
    ...collections.value.map(
      ({ id, name, query }): PaletteEntry => ({ kind: 'collection', id, title: name, detail: query }),
    ),
    ...speakers.value.map(({ name }): PaletteEntry => ({ kind: 'person', id: name, title: name, detail: null })),
    ...codes.value.map(
      ({ name, path }): PaletteEntry => ({
        kind: 'code',
        id: name,
        title: name,
        detail: path.length > 1 ? path.join(' › ') : null,
      }),
    ),
  ];
}

/** Titles a page; one page is on its way while the worker takes in the one before. */
const pageSize = 5000;

async function readTitles(version: number): Promise<void> {
  post({ type: 'clear' });
  // What was typed meanwhile is looked for again when all titles are there.
  for (let offset = 0; ; offset += pageSize) {
    const titles = await api.call('search.titles', { offset, limit: pageSize });
    if (readAt !== version) return;
    post({
      type: 'articles',
      entries: titles.map(({ id, title, publication }) => ({ kind: 'article', id, title, detail: publication })),
    });
    if (titles.length < pageSize) break;
  }
  find(lastWords);
}
