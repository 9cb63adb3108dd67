import type { PaletteReply, PaletteRequest } from './messages.ts';
import { createPaletteSearch } from './palette-search.ts';

/** Searches a hundred thousand titles without ever holding up the page. */
const search = createPaletteSearch();
const shown = 40;

addEventListener('message', ({ data }: MessageEvent<PaletteRequest>) => {
  switch (data.type) {
    case 'vocabulary':
      search.setVocabulary(data.entries);
      return;
    case 'clear':
      search.clearArticles();
      return;
    case 'articles':
      search.addArticles(data.entries);
      return;
    case 'find': {
      const reply: PaletteReply = { id: data.id, entries: search.find(data.words, shown) };
      postMessage(reply);
    }
  }
});
