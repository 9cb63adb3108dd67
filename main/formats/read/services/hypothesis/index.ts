import { decodeBeginning } from '../../../../reading/document/beginning.ts';
import type { FormatReader } from '../../../format.ts';
import { beginsAsJson } from '../../../shared/json/begins-as-json.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';

const beginnings = [
  /^\s*\{(?=[^[\]]{0,2000}"export_userid"\s*:)/u,
  /^\s*\{\s*(?:"total"\s*:\s*\d+\s*,\s*)?"rows"\s*:\s*\[(?:\s*\]|[\s\S]{0,4000}"acct:[^"]+@[^"]+")/u,
  /^\s*\[\s*\{(?=[\s\S]{0,4000}"user"\s*:\s*"acct:[^"]+@[^"]+")(?=[\s\S]{0,4000}"uri"\s*:)/u,
];

/**
 * Hypothesis annotations: the client's export, the API's answers, or a plain list of them. They are put on the
 * article of their address by the words that they mark.
 */
export const hypothesisReader: FormatReader = {
  name: 'hypothesis',
  version: '1',
  mediaType: 'application/json',
  sniff(head) {
    if (!beginsAsJson(head)) return 0;
    const start = decodeBeginning(head.subarray(0, 16_384));
    return beginnings.some((beginning) => beginning.test(start)) ? 1 : 0;
  },
  ...loadedWhenUsed(() => import('./read.ts')),
};
