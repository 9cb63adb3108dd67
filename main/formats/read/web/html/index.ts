import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { sniffHtml } from './sniff.ts';
import { markupVersion } from './version.ts';

/** Reads saved web pages. */
export const htmlReader: FormatReader = {
  name: 'html',
  version: markupVersion,
  mediaType: 'text/html',
  sniff: sniffHtml,
  ...loadedWhenUsed(() => import('./read.ts')),
};
