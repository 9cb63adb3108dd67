import { decodeBeginning, looksBinary } from '../../../../reading/document/beginning.ts';
import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';

/** Markdown with or without front matter, read by its tokens. */
export const markdownReader: FormatReader = {
  name: 'markdown',
  version: '2',
  mediaType: 'text/markdown',
  sniff(head, name) {
    if (head.length === 0 || looksBinary(head)) return 0;
    if (/\.(?:md|markdown|mdown|mkd|mdx|qmd|rmd)$/iu.test(name)) return 0.8;
    const text = decodeBeginning(head.subarray(0, 4096));
    if (/^\s*---[ \t]*\r?\n["']?[A-Za-z_]+["']?\s*:/u.test(text)) return 0.7;
    return /\.txt$/iu.test(name) || !/^#{1,3} \S/mu.test(text) || !/\]\(https?:|^> |\*\*\S/mu.test(text) ? 0.1 : 0.5;
  },
  ...loadedWhenUsed(() => import('./read.ts')),
};
