import { signal } from '@preact/signals';
import { api } from '../../api/api.ts';
import { followChanges, tellFailedReading, touchedBy } from '../../shared/state/changes.ts';
import { allCommands, commandNow } from '../../shared/state/commands.ts';
import { codes, collections, speakers } from '../../shared/state/library.ts';
import { createLiveReading } from '../../shared/state/live-reading.ts';
import { commandTexts } from '../texts/commands.ts';
import type { PaletteReply, PaletteRequest } from './messages.ts';
import type { PaletteEntry } from './palette-search.ts';
import { startWorker } from './start-worker.ts';

/** What the palette shows, and for which words: those last typed, or while the worker looks those before. */
export const found = signal<{ readonly words: string; readonly entries: readonly PaletteEntry[] }>({
  words: '',
  entries: [],
});

let worker: Worker | null = null;
let lastId = 0;
let lastWords = '';
let begun = false;
/** Whether titles changed since they were read, or began to be. */
let changed = false;
followChanges(touchedBy('articles'), () => {
  changed = true;
});
function post(request: PaletteRequest): void {
  worker ??= start();
  worker.postMessage(request);
}

function start(): Worker {
  const started = startWorker();
  started.addEventListener('message', ({ data }: MessageEvent<PaletteReply>) => {
    if (data.id === lastId) found.value = { words: lastWords, entries: data.entries };
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
  // While it is open it stays as it is: a list that moves can't be chosen from.
  if (!begun) titles.show();
  else if (changed) void titles.touch();
  begun = true;
  changed = false;
}

function vocabulary(): PaletteEntry[] {
  return [
    ...allCommands
      .filter((name) => name !== 'palette' && commandNow(name) !== null)
      .map((name): PaletteEntry => ({ kind: 'command', id: name, title: commandTexts.labels[name], detail: null })),
    ...collections.value.map(
      ({ id, name, query }): PaletteEntry => ({ kind: 'collection', id, title: name, detail: query }),
    ),
    ...speakers.value.map(({ id, name }): PaletteEntry => ({ kind: 'person', id, title: name, detail: null })),
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

const titles = createLiveReading(async (stop) => {
  try {
    post({ type: 'begin' });
    for (let offset = 0; ; offset += pageSize) {
      const page = await api.call('search.titles', { offset, limit: pageSize }, { signal: stop });
      if (stop.aborted) return;
      post({
        type: 'articles',
        entries: page.map(({ id, title, publication }) => ({ kind: 'article', id, title, detail: publication })),
      });
      if (page.length < pageSize) break;
    }
    post({ type: 'end' });
    // What was typed meanwhile is looked for again now that all titles are there.
    find(lastWords);
  } catch (thrown) {
    if (!stop.aborted) tellFailedReading(thrown);
  }
});
