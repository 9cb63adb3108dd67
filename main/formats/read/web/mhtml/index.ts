import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { markupVersion } from '../html/version.ts';
import { sniffMhtml } from './sniff.ts';

/** Reads pages that browsers save with their pictures in one file (RFC 2557): Chrome, Edge, Opera, Internet Explorer, Word. */
export const mhtmlReader: FormatReader = {
  name: 'mhtml',
  version: `1.${markupVersion}`,
  mediaType: 'multipart/related',
  sniff: sniffMhtml,
  ...loadedWhenUsed(() => import('./read.ts')),
};
