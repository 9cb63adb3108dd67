import { decodeText } from '../../core/document/decode.ts';
import { cleanLine, cleanTags, listed, webAddress } from '../exports/brought.ts';
import { hasColumns, rowsOf } from '../exports/table-rows.ts';
import type { FormatReader, MentionedArticle } from '../format.ts';
import { PartNames } from '../news-item/parts.ts';

const program = 'Pocket';

/**
 * Pocket's export since 2024 (`part_000000.csv`: title, url, time_added, cursor, tags, status; tags parted by
 * `|`). Pocket hands out no words; it closed in 2025.
 */
export const pocketReader: FormatReader = {
  name: 'pocket',
  version: '1',
  mediaType: 'text/csv',
  sniff: (head) => (hasColumns(head, 'title', 'url', 'time_added', 'status') ? 1 : 0),
  async *read({ bytes, signal }) {
    const parts = new PartNames();
    for (const row of rowsOf(bytes, program)) {
      signal.throwIfAborted();
      yield mentionOf(row('title'), row('url'), row('tags').split('|'), parts);
    }
  },
  words: (bytes) => decodeText(bytes).text,
};

function mentionOf(title: string, address: string, tags: readonly string[], parts: PartNames): MentionedArticle {
  const url = webAddress(address);
  // Where a page had no title, Pocket writes its address in its place.
  const name = title === address ? null : cleanLine(title);
  return listed({
    part: parts.next(url ?? cleanLine(address) ?? name),
    title: name,
    url,
    marks: { program, tags: cleanTags(tags), marks: [] },
  });
}
