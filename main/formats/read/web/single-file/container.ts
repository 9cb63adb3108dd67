import type { ContainerReader } from '../../../format.ts';

/**
 * Pages that SingleFile compresses: a page that unpacks itself in a browser, with a zip in it that holds
 * the saved page and what it shows. Only the page itself is a member; the rest is the page's.
 */
export const singleFileContainer: ContainerReader = {
  name: 'single-file',
  isArchive: false,
  mediaType: 'text/html',
  sniff(head) {
    const start = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
    const isPage = /^\s*<(?:!doctype html|html)/iu.test(start) && /<!--[^>]{0,40}SingleFile/u.test(start);
    return isPage && start.includes('PK\x03\x04') ? 0.95 : 0;
  },
  async open(source) {
    const { open } = await import('./open.ts');
    return open(source);
  },
};
