import type { ContainerReader } from '../../../format.ts';
import { ArchiveFile } from '../records/archive-file.ts';
import { aloneInItsFile, OpenArchive } from '../records/open-archive.ts';
import { sniffArchive } from '../records/sniff-archive.ts';

/** Web archives: WARC 1.0 and 1.1, plain, or packed record by record with gzip or zstd. */
export const warcContainer: ContainerReader = {
  name: 'warc',
  isArchive: true,
  mediaType: 'application/warc',
  sniff: (head, name) => sniffArchive(head, name, 'warc'),
  async open(source) {
    const { name, path, scratch } = source;
    const file = await ArchiveFile.open({ name, path, scratch });
    return new OpenArchive([file], source, aloneInItsFile);
  },
};
