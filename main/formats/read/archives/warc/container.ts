import type { ContainerReader } from '../../../format.ts';
import { sniffArchive } from '../records/sniff-archive.ts';

/** Web archives: WARC 1.0 and 1.1, plain, or packed record by record with gzip or zstd. */
export const warcContainer: ContainerReader = {
  name: 'warc',
  isArchive: true,
  mediaType: 'application/warc',
  sniff: (head, name) => sniffArchive(head, name, 'warc'),
  async open(source) {
    const { open } = await import('./open.ts');
    return open(source);
  },
};
