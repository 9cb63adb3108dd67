import { arcContainer } from './arc/container.ts';
import type { ContainerReader } from './format.ts';
import { gzipContainer } from './gzip/container.ts';
import { jexContainer } from './joplin/jex.ts';
import { mboxContainer } from './mbox/container.ts';
import { sevenZipContainer } from './seven-zip/container.ts';
import { singleFileContainer } from './single-file/container.ts';
import { csvContainer } from './table/csv-container.ts';
import { jsonLinesContainer } from './table/json-lines-container.ts';
import { tarContainer } from './tar/container.ts';
import { waczContainer } from './wacz/container.ts';
import { warcContainer } from './warc/container.ts';
import { zipContainer } from './zip/container.ts';
import { zoteroContainer } from './zotero/container.ts';

/** The containers that are opened and whose members are read, one line each. The order decides between equals. */
export const containers: readonly ContainerReader[] = [
  warcContainer,
  waczContainer,
  arcContainer,
  zipContainer,
  singleFileContainer,
  zoteroContainer,
  jexContainer,
  tarContainer,
  sevenZipContainer,
  gzipContainer,
  mboxContainer,
  csvContainer,
  jsonLinesContainer,
];

/** The reader that opens a kind of container, by its name; null for one this version doesn't have. */
export function containerByName(name: string): ContainerReader | null {
  return containers.find((container) => container.name === name) ?? null;
}
