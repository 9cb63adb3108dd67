import type { ContainerReader } from '../../../format.ts';
import { rootOfBytes } from '../../../shared/xml/prolog.ts';

/** The namespace that every Zotero RDF declares. */
const declaration = /zotero\.org\/namespaces\/export#/iu;

/** Whether a file's first bytes are those of a Zotero RDF. */
export function isZoteroRdf(head: Uint8Array): boolean {
  const root = rootOfBytes(head);
  return root?.name === 'rdf' && declaration.test(root.rest);
}

/**
 * Zotero's RDF with its `files/` beside it: each attachment is a member, with what its item says of it; items
 * without one are mentions. Nothing outside the RDF's own folder is read.
 */
export const zoteroContainer: ContainerReader = {
  name: 'zotero',
  isArchive: false,
  mediaType: 'application/rdf+xml',
  sniff: (head) => (isZoteroRdf(head) ? 0.95 : 0),
  async open(source) {
    const { open } = await import('./open.ts');
    return open(source);
  },
};
