import type { FormatReader, PagePictures } from '../format.ts';

/**
 * The part of a reader that reads, in a module of its own (`read.ts`), which is loaded when it is first asked. Which
 * formats there are, and which of them a file is, must be known everywhere; what reading takes (trees of pages,
 * parsers) is for the threads that read (decision 0211).
 */
export function loadedWhenUsed(
  load: () => Promise<Pick<FormatReader, 'read' | 'words'>>,
): Pick<FormatReader, 'read' | 'words'> {
  return {
    async *read(source) {
      const { read } = await load();
      yield* read(source);
    },
    async words(bytes) {
      const { words } = await load();
      return words(bytes);
    },
  };
}

/** The same for an original's pages. */
export function pagesLoadedWhenUsed(load: () => Promise<{ readonly pages: PagePictures }>): PagePictures {
  return {
    async count(bytes) {
      const { pages } = await load();
      return pages.count(bytes);
    },
    async draw(bytes, page) {
      const { pages } = await load();
      return pages.draw(bytes, page);
    },
  };
}
