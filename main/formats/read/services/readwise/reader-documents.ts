import type { MentionedArticle } from '../../../format.ts';
import { PartNames } from '../../news/news-item/parts.ts';
import { cleanLine, listed, webAddress } from '../exports/brought.ts';
import type { Row } from '../exports/table-rows.ts';
import { tagsInCell } from '../exports/tag-list.ts';

export const program = 'Readwise Reader';

/** For `ToldByRows.mentions`. */
export function* mentions(rows: Iterable<Row>): Iterable<MentionedArticle> {
  const parts = new PartNames();
  for (const row of rows) {
    const url = webAddress(row('url'));
    const title = cleanLine(row('title'));
    const marks = { program, tags: tagsInCell(row('document tags')), marks: [] };
    yield listed({ part: parts.next(url ?? title), title, url, marks });
  }
}
