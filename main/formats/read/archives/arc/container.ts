import type { ContainerReader } from '../../../format.ts';
import { ArchiveFile } from '../records/archive-file.ts';
import { aloneInItsFile, OpenArchive } from '../records/open-archive.ts';
import { sniffArchive } from '../records/sniff-archive.ts';

/** Web archives of the Internet Archive's older kind: ARC 1 and 2, plain or packed record by record with gzip. */
export const arcContainer: ContainerReader = {
  name: 'arc',
  isArchive: true,
  mediaType: 'application/x-internet-archive',
  sniff: (head, name) => sniffArchive(head, name, 'arc'),
  async open(source) {
    const { name, path, scratch } = source;
    const file = await ArchiveFile.open({ name, path, scratch });
    return new OpenArchive([file], source, aloneInItsFile);
  },
};
