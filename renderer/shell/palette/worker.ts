import type { PaletteReply, PaletteRequest } from './messages.ts';
import { createPaletteSearch } from './palette-search.ts';

/** Searches a hundred thousand titles without ever holding up the page. */
const search = createPaletteSearch();
const shown = 40;

/** The last thing asked for. While one search ran, several letters may have come: only the last counts. */
let wanted: { readonly id: number; readonly words: string } | null = null;
function answer(): void {
  if (wanted === null) return;
  const { id, words } = wanted;
  wanted = null;
  const reply: PaletteReply = { id, entries: search.find(words, shown) };
  postMessage(reply);
}

addEventListener('message', ({ data }: MessageEvent<PaletteRequest>) => {
  switch (data.type) {
    case 'vocabulary':
      search.setVocabulary(data.entries);
      return;
    case 'begin':
      search.beginArticles();
      return;
    case 'end':
      search.endArticles();
      return;
    case 'articles':
      search.addArticles(data.entries);
      return;
    case 'find':
      wanted = data;
      setTimeout(answer);
  }
});
