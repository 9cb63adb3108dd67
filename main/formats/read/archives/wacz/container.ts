import type { ContainerReader } from '../../../format.ts';
import { isZip } from '../../../shared/zip/zip-format.ts';

/** WACZ 1.1.1: a zip of WARC files, their indexes and a list of pages. */
export const waczContainer: ContainerReader = {
  name: 'wacz',
  isArchive: true,
  mediaType: 'application/wacz',
  sniff(head, name) {
    if (!isZip(head)) return 0;
    if (/\.wacz$/iu.test(name)) return 1;
    const first = Buffer.from(head.subarray(30, 30 + ((head[26] ?? 0) | ((head[27] ?? 0) << 8)))).toString('latin1');
    return /^(?:archive\/.+\.w?arc(?:\.gz)?|indexes\/index\.(?:idx|cdxj?(?:\.gz)?)|pages\/pages\.jsonl)$/iu.test(first)
      ? 0.8
      : 0;
  },
  async open(source) {
    const { open } = await import('./open.ts');
    return open(source);
  },
};
