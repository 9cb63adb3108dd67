import { decodeBeginning } from '../../../../reading/document/beginning.ts';
import type { FormatReader } from '../../../format.ts';
import { beginsAsJson } from '../../../shared/json/begins-as-json.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';

const beginning =
  /^\s*\[\s*\{(?=[\s\S]{0,8000}"type"\s*:\s*"(?:article|article-journal|article-magazine|article-newspaper|post|post-weblog|webpage|report|book|chapter|speech|interview|broadcast|document|legislation|paper-conference|thesis|manuscript|personal_communication|entry-encyclopedia|bill|hearing|legal_case)")(?=[\s\S]{0,8000}"(?:issued|author|container-title|accessed|citation-key|title-short)"\s*:)/u;

/**
 * Lists of references in CSL-JSON, as Zotero and other managers write them. They hold no words; pages and
 * documents that lie in the same folder are taken in as they are, and get tags and notes by their address.
 */
export const cslReader: FormatReader = {
  name: 'csl-json',
  version: '1',
  mediaType: 'application/vnd.citationstyles.csl+json',
  sniff: (head) => (beginsAsJson(head) && beginning.test(decodeBeginning(head.subarray(0, 32_768))) ? 0.95 : 0),
  ...loadedWhenUsed(() => import('./read.ts')),
};
