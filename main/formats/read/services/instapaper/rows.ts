import type { ForeignMark } from '../../../../contract/index.ts';
import type { MentionedArticle } from '../../../format.ts';
import { PartNames } from '../../news/news-item/parts.ts';
import { cleanLine, cleanTags, instantOf, listed, markOf, quoteOf, webAddress } from '../exports/brought.ts';
import type { Row } from '../exports/table-rows.ts';
import { tagsInCell } from '../exports/tag-list.ts';

export const program = 'Instapaper';

/** Folders that every account has: they say how far the reading is, not what it is about. */
const ownFolders = new Set(['unread', 'archive', '']);

/** For `ToldByRows.mentions`. */
export function* mentions(rows: Iterable<Row>): Iterable<MentionedArticle> {
  const parts = new PartNames();
  for (const row of rows) yield mentionOf(row, parts);
}

function mentionOf(row: Row, parts: PartNames): MentionedArticle {
  const url = webAddress(row('url'));
  const title = cleanLine(row('title'));
  const folder = row('folder');
  const folders = ownFolders.has(folder.toLowerCase()) ? [] : [folder];
  const selection = row('selection');
  const marks: ForeignMark[] =
    selection === ''
      ? []
      : [markOf({ quote: quoteOf(selection), color: 'amber', created: instantOf(row('timestamp')) })];
  return listed({
    part: parts.next(url ?? title),
    title,
    url,
    marks: { program, tags: cleanTags([...folders, ...tagsInCell(row('tags'))]), marks },
  });
}
