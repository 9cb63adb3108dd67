import type { ContainerReader } from '../../../format.ts';

/**
 * 7-Zip's own archives (`.7z`). Their files are packed as one, so that they can't be reached one by one: what the
 * archive says of itself is held against the limits, then all of it is unpacked once, in order, into the folder
 * for what has to be laid down.
 */
export const sevenZipContainer: ContainerReader = {
  name: '7z',
  isArchive: false,
  mediaType: 'application/x-7z-compressed',
  // "7z", 0xBC 0xAF 0x27 0x1C.
  sniff: (head) => (Buffer.from(head.subarray(0, 6)).toString('hex') === '377abcaf271c' ? 0.95 : 0),
  async open(source) {
    const { open } = await import('./open.ts');
    return open(source);
  },
};
