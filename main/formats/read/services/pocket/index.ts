import type { MentionedArticle } from '../../../format.ts';
import { PartNames } from '../../news/news-item/parts.ts';
import { cleanLine, cleanTags, listed, webAddress } from '../exports/brought.ts';
import { tableReader } from '../exports/table-reader.ts';

const program = 'Pocket';

/**
 * Pocket's export since 2024 (`part_000000.csv`: title, url, time_added, cursor, tags, status; tags parted by
 * `|`). Pocket hands out no words; it closed in 2025.
 */
export const pocketReader = tableReader({
  name: 'pocket',
  program,
  columns: ['title', 'url', 'time_added', 'status'],
  *mentions(rows) {
    const parts = new PartNames();
    for (const row of rows) yield mentionOf(row('title'), row('url'), row('tags').split('|'), parts);
  },
});

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
