import { decodeBeginning } from '../../../../reading/document/beginning.ts';
import type { FormatReader } from '../../../format.ts';
import { beginsAsJson } from '../../../shared/json/begins-as-json.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';

const beginning = /^\s*\[\s*\{(?=[^[\]]{0,4000}"url"\s*:)(?=[^[\]]{0,4000}"highlights"\s*:\s*\[)/u;

/** The highlights of Pocket's export, in files of their own beside the list (`annotations/part_000000.json`). */
export const pocketAnnotationsReader: FormatReader = {
  name: 'pocket-annotations',
  version: '1',
  mediaType: 'application/json',
  sniff: (head) => (beginsAsJson(head) && beginning.test(decodeBeginning(head.subarray(0, 8192))) ? 0.95 : 0),
  ...loadedWhenUsed(() => import('./read-annotations.ts')),
};
