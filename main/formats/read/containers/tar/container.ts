import type { ContainerReader } from '../../../format.ts';
import { unpackedBegin } from '../../../shared/gzip/member.ts';
import { isTape } from './is-tape.ts';

/** Tapes of files (POSIX.1, ustar and pax; GNU), plain or compressed by gzip. */
export const tarContainer: ContainerReader = {
  name: 'tar',
  isArchive: false,
  mediaType: 'application/x-tar',
  sniff(head, name) {
    if (isTape(head)) return 0.95;
    const begin = unpackedBegin(head);
    return begin !== null && (isTape(begin) || /\.(?:tar\.gz|tgz)$/iu.test(name)) ? 0.95 : 0;
  },
  async open(source) {
    const { open } = await import('./open.ts');
    return open(source);
  },
};
