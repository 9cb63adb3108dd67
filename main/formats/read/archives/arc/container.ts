import type { ContainerReader } from '../../../format.ts';
import { sniffArchive } from '../records/sniff-archive.ts';

/** Web archives of the Internet Archive's older kind: ARC 1 and 2, plain or packed record by record with gzip. */
export const arcContainer: ContainerReader = {
  name: 'arc',
  isArchive: true,
  mediaType: 'application/x-internet-archive',
  sniff: (head, name) => sniffArchive(head, name, 'arc'),
  async open(source) {
    const { open } = await import('./open.ts');
    return open(source);
  },
};
