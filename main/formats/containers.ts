import type { ContainerReader } from './format.ts';
import { arcContainer } from './read/archives/arc/container.ts';
import { waczContainer } from './read/archives/wacz/container.ts';
import { warcContainer } from './read/archives/warc/container.ts';
import { gzipContainer } from './read/containers/gzip/container.ts';
import { sevenZipContainer } from './read/containers/seven-zip/container.ts';
import { tarContainer } from './read/containers/tar/container.ts';
import { zipContainer } from './read/containers/zip/container.ts';
import { mboxContainer } from './read/mail/mbox/container.ts';
import { jexContainer } from './read/services/joplin/jex.ts';
import { zoteroContainer } from './read/services/zotero/container.ts';
import { csvContainer } from './read/tables/csv-container.ts';
import { jsonLinesContainer } from './read/tables/json-lines-container.ts';
import { singleFileContainer } from './read/web/single-file/container.ts';

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
