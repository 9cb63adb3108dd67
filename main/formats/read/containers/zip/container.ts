import { isForeignZip } from '../../../foreign.ts';
import type { ContainerReader } from '../../../format.ts';
import { zipKind } from '../../../shared/zip/zip-kind.ts';

/** Zips of saved pages, of texts, of other containers. Documents that are zips (books, letters) are told apart before. */
export const zipContainer: ContainerReader = {
  name: 'zip',
  isArchive: false,
  mediaType: 'application/zip',
  sniff: (head) => (zipKind(head) === null || isForeignZip(head) ? 0 : 0.5),
  async open(source) {
    const { open } = await import('./open.ts');
    return open(source);
  },
};
