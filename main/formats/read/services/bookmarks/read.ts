import type { ForeignMark } from '../../../../contract/index.ts';
import { decodeText } from '../../../../reading/document/decode.ts';
import type { FormatSource, FoundInFile, MentionedArticle } from '../../../format.ts';
import { declaredCharset } from '../../../shared/html/charset.ts';
import { PartNames } from '../../news/news-item/parts.ts';
import { wordsOfMarkup } from '../../web/html/words.ts';
import { cleanLine, cleanTags, instantOf, listed, markOf, webAddress } from '../exports/brought.ts';
import { type Bookmark, bookmarksIn } from './bookmark-list.ts';
import { programOf } from './sniff.ts';

/** For `FormatReader.read`. */
export async function* read({ bytes, signal }: FormatSource): AsyncIterable<FoundInFile> {
  const program = programOf(bytes) ?? 'Bookmarks';
  const parts = new PartNames();
  for (const bookmark of bookmarksIn(decode(bytes))) {
    signal.throwIfAborted();
    const mention = mentionOf(bookmark, program, parts);
    if (mention !== null) yield mention;
  }
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  return wordsOfMarkup(decode(bytes));
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

function decode(bytes: Uint8Array): string {
  return decodeText(bytes, declaredCharset(bytes)).text;
}
