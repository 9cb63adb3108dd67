import type { MentionedArticle } from '../../../format.ts';
import { PartNames } from '../../news/news-item/parts.ts';
import { cleanLine, cleanTags, listed, webAddress } from '../exports/brought.ts';
import type { Row } from '../exports/table-rows.ts';

export const program = 'Pocket';

/** For `ToldByRows.mentions`. */
export function* mentions(rows: Iterable<Row>): Iterable<MentionedArticle> {
  const parts = new PartNames();
  for (const row of rows) yield mentionOf(row('title'), row('url'), row('tags').split('|'), parts);
}

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
