import { decodeBeginning } from '../../../../reading/document/beginning.ts';
import type { FormatReader } from '../../../format.ts';
import { beginsAsJson } from '../../../shared/json/begins-as-json.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';

const beginning =
  /^\s*\[\s*\{(?=[^[\]]{0,8000}"slug"\s*:)(?=[\s\S]{0,8000}"readingProgress"\s*:)(?=[\s\S]{0,8000}"labels"\s*:)/u;

/** A list of Omnivore's export that was taken out of its zip: the articles' words are not in it. */
export const omnivoreListReader: FormatReader = {
  name: 'omnivore-list',
  version: '1',
  mediaType: 'application/json',
  sniff: (head) => (beginsAsJson(head) && beginning.test(decodeBeginning(head.subarray(0, 16_384))) ? 1 : 0),
  ...loadedWhenUsed(() => import('./read-list.ts')),
};
