import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { markupVersion } from '../../web/html/version.ts';
import { sniffEmail } from './sniff.ts';

/** Reads e-mail: newsletters, press releases, letters (RFC 5322, MIME), and the messages sent along with them. */
export const emailReader: FormatReader = {
  name: 'email',
  version: `1.${markupVersion}`,
  mediaType: 'message/rfc822',
  sniff: sniffEmail,
  ...loadedWhenUsed(() => import('./read.ts')),
};
