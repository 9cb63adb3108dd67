import Fuse, { type IFuseOptions } from 'fuse.js';
import { createTitleIndex, type TitleIndex } from './title-index.ts';

export type PaletteKind = 'article' | 'person' | 'collection' | 'code' | 'command';

/** Something that the palette can go to or do. */
export interface PaletteEntry {
  readonly kind: PaletteKind;
  /** The article's id, the collection's, the person's, the code's name or the command's. */
  readonly id: string;
  readonly title: string;
  /** Drawn quietly behind the title: the publication, a code's path. */
  readonly detail: string | null;
}

/** Tolerates a typing error in three letters; a match may stand anywhere in a title. */
const options: IFuseOptions<PaletteEntry> = {
  keys: [
    { name: 'title', weight: 4 },
    { name: 'detail', weight: 1 },
  ],
  threshold: 0.34,
  ignoreLocation: true,
  ignoreDiacritics: true,
  includeScore: true,
  minMatchCharLength: 2,
};

/** Of equally good matches the rarer things come first: a command or a collection before an article. */
const handicap: Readonly<Record<PaletteKind, number>> = {
  command: 0,
  collection: 0.02,
  person: 0.02,
  code: 0.03,
  article: 0.05,
};

export interface PaletteSearch {
  /** Everything but the articles; replaces what was there. */
  setVocabulary(entries: readonly PaletteEntry[]): void;
  /** All articles are to come anew. Those that are there are found until the end, unless there are none. */
  beginArticles(): void;
  addArticles(entries: readonly PaletteEntry[]): void;
  endArticles(): void;
  /** The best matches, at most `limit`; without words, the commands. */
  find(words: string, limit: number): PaletteEntry[];
}

/** Articles with the index of their titles. */
interface Shelf {
  readonly entries: PaletteEntry[];
  readonly titles: TitleIndex;
}

function emptyShelf(): Shelf {
  return { entries: [], titles: createTitleIndex() };
}

export function createPaletteSearch(): PaletteSearch {
  let vocabulary: readonly PaletteEntry[] = [];
  let small = new Fuse<PaletteEntry>([], options);
  let shown = emptyShelf();
  let coming = shown;
  return {
    setVocabulary(entries) {
      vocabulary = entries;
      small = new Fuse(entries, options);
    },
    beginArticles() {
      coming = emptyShelf();
      if (shown.entries.length === 0) shown = coming;
    },
    addArticles(entries) {
      for (const entry of entries) {
        coming.entries.push(entry);
        coming.titles.add(entry.title);
      }
    },
    endArticles() {
      shown = coming;
    },
    find(words, limit) {
      const wanted = words.trim();
      if (wanted === '') return vocabulary.filter((entry) => entry.kind === 'command').slice(0, limit);
      const found = small.search(wanted, { limit }).map(({ item, score = 1 }) => ({ item, score }));
      for (const { title, score } of shown.titles.find(wanted, limit)) {
        const item = shown.entries[title];
        if (item !== undefined) found.push({ item, score });
      }
      return found
        .map(({ item, score }) => ({ item, score: score + handicap[item.kind] }))
        .sort((a, b) => a.score - b.score)
        .slice(0, limit)
        .map(({ item }) => item);
    },
  };
}
