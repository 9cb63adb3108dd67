import { decodeBeginning } from '../../../../reading/document/beginning.ts';

/** Which program wrote a list of links, by how it begins; null for an ordinary page. */
export function programOf(head: Uint8Array): string | null {
  const start = decodeBeginning(head.subarray(0, 4096)).trimStart();
  if (/^<!doctype netscape-bookmark-file-1\b/iu.test(start)) return 'Bookmarks';
  const title = /<title>\s*(Pocket Export|Instapaper: Export)\s*<\/title>/iu.exec(start)?.[1];
  return title === undefined ? null : title.startsWith('Pocket') ? 'Pocket' : 'Instapaper';
}
