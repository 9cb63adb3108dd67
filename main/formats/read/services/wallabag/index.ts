import { decodeBeginning } from '../../../../reading/document/beginning.ts';
import type { FormatReader } from '../../../format.ts';
import { beginsAsJson } from '../../../shared/json/begins-as-json.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { markupVersion } from '../../web/html/version.ts';

const beginning =
  /^\s*(?:\[\s*\{|\{\s*"page"[\s\S]{0,2000}"_embedded")(?=[\s\S]{0,60000}"is_archived"\s*:)(?=[\s\S]{0,60000}"is_starred"\s*:)/u;

/** Wallabag's JSON export: whole pages with their tags and annotations. */
export const wallabagReader: FormatReader = {
  name: 'wallabag',
  version: `1.${markupVersion}`,
  mediaType: 'application/json',
  sniff: (head) => (beginsAsJson(head) && beginning.test(decodeBeginning(head)) ? 1 : 0),
  ...loadedWhenUsed(() => import('./read.ts')),
};
