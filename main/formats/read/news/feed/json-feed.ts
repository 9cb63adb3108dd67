import { decodeBeginning } from '../../../../reading/document/beginning.ts';
import type { FormatReader } from '../../../format.ts';
import { beginsAsJson } from '../../../shared/json/begins-as-json.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { markupVersion } from '../../web/html/version.ts';

const versionLine = /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version\\?\//u;

export const jsonFeedReader: FormatReader = {
  name: 'json-feed',
  version: `1.${markupVersion}`,
  mediaType: 'application/feed+json',
  sniff(head) {
    return beginsAsJson(head) && versionLine.test(decodeBeginning(head)) ? 1 : 0;
  },
  ...loadedWhenUsed(() => import('./read-json-feed.ts')),
};
