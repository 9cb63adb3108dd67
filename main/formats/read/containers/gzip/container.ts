import type { ContainerReader } from '../../../format.ts';

/** One file that was compressed by itself (`page.html.gz`). Archives that are compressed are told apart before. */
export const gzipContainer: ContainerReader = {
  name: 'gzip',
  isArchive: false,
  mediaType: 'application/gzip',
  sniff: (head) => (head[0] === 0x1f && head[1] === 0x8b && head[2] === 0x08 ? 0.5 : 0),
  async open(source) {
    const { open } = await import('./open.ts');
    return open(source);
  },
};
