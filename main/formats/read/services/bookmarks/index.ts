import type { ForeignMark } from '../../../../contract/index.ts';
import { decodeText } from '../../../../reading/document/decode.ts';
import type { FormatReader, MentionedArticle } from '../../../format.ts';
import { declaredCharset } from '../../../shared/html/charset.ts';
import { PartNames } from '../../news/news-item/parts.ts';
import { wordsOfMarkup } from '../../web/html/index.ts';
import { cleanLine, cleanTags, instantOf, listed, markOf, webAddress } from '../exports/brought.ts';
import { type Bookmark, bookmarksIn } from './bookmark-list.ts';

/** Which program wrote a list of links, by how it begins; null for an ordinary page. */
function programOf(head: Uint8Array): string | null {
  const start = decode(head.subarray(0, 4096)).trimStart();
  if (/^<!doctype netscape-bookmark-file-1\b/iu.test(start)) return 'Bookmarks';
  const title = /<title>\s*(Pocket Export|Instapaper: Export)\s*<\/title>/iu.exec(start)?.[1];
  return title === undefined ? null : title.startsWith('Pocket') ? 'Pocket' : 'Instapaper';
}

/**
 * Bookmarks as every browser writes them (the Netscape bookmark file), and the pages of links that Pocket and
 * Instapaper wrote. Folders and tags become the tags of what they hold.
 */
export const bookmarksReader: FormatReader = {
  name: 'bookmarks',
  version: '1',
  mediaType: 'text/html',
  sniff: (head) => (programOf(head) === null ? 0 : 1),
  async *read({ bytes, signal }) {
    const program = programOf(bytes) ?? 'Bookmarks';
    const parts = new PartNames();
    for (const bookmark of bookmarksIn(decode(bytes))) {
      signal.throwIfAborted();
      const mention = mentionOf(bookmark, program, parts);
      if (mention !== null) yield mention;
    }
  },
  words: (bytes) => wordsOfMarkup(decode(bytes)),
};

function decode(bytes: Uint8Array): string {
  return decodeText(bytes, declaredCharset(bytes)).text;
}

/** Browsers' own places (`place:`, `about:`, `chrome:`) and scripts are kept as lines without an address. */
function mentionOf(bookmark: Bookmark, program: string, parts: PartNames): MentionedArticle | null {
  const url = webAddress(bookmark.address);
  const title = cleanLine(bookmark.title);
  if (url === null && title === null) return null;
  const note = cleanLine(bookmark.description, 100_000);
  const marks: ForeignMark[] = note === null ? [] : [markOf({ note, created: instantOf(bookmark.added) })];
  return listed({
    part: parts.next(url ?? title),
    title: title === bookmark.address ? null : title,
    url,
    marks: { program, tags: cleanTags([...bookmark.folders, ...bookmark.tags]), marks },
  });
}
