import type { ForeignMark, HighlightColor } from '../../../../contract/index.ts';
import type { MentionedArticle } from '../../../format.ts';
import { PartNames } from '../../news/news-item/parts.ts';
import { cleanLine, instantOf, listed, markOf, quoteOf } from '../exports/brought.ts';
import type { Row } from '../exports/table-rows.ts';
import { tagsInCell } from '../exports/tag-list.ts';

export const program = 'Readwise';

const colors: Readonly<Record<string, HighlightColor>> = {
  yellow: 'amber',
  orange: 'amber',
  green: 'green',
  blue: 'blue',
  purple: 'blue',
  pink: 'rose',
  red: 'rose',
};

/** For `ToldByRows.mentions`. */
export function* mentions(rows: Iterable<Row>): Iterable<MentionedArticle> {
  const works = new Map<string, { title: string | null; tags: Set<string>; marks: ForeignMark[] }>();
  for (const row of rows) {
    const title = cleanLine(row('book title'));
    const key = JSON.stringify([title, row('book author')]);
    const work = works.get(key) ?? { title, tags: new Set(), marks: [] };
    works.set(key, work);
    for (const tag of tagsInCell(row('document tags'))) work.tags.add(tag);
    const mark = markOfRow(row);
    if (mark !== null) work.marks.push(mark);
  }
  const parts = new PartNames();
  for (const { title, tags, marks } of works.values())
    yield listed({ part: parts.next(title), title, url: null, marks: { program, tags: [...tags], marks } });
}

function markOfRow(row: Row): ForeignMark | null {
  const words = row('highlight');
  const note = row('note');
  if (words === '' && note === '') return null;
  const location = row('location type') === 'offset' ? Number(row('location')) : Number.NaN;
  return markOf({
    quote: words === '' ? null : quoteOf(withoutMarkdown(words)),
    start: Number.isInteger(location) && location >= 0 ? location : null,
    note,
    color: words === '' ? null : (colors[row('color').toLowerCase()] ?? 'amber'),
    tags: tagsInCell(row('tags')),
    created: instantOf(row('highlighted at')),
  });
}

/** Readwise writes emphasis and links of the words in Markdown; the article has the words alone. */
function withoutMarkdown(words: string): string {
  return words
    .replace(/!?\[([^\]]{0,2000})\]\((?:[^()\s]|\([^()\s]*\)){0,2000}\)/gu, '$1')
    .replace(/(\*\*|__)(?=\S)([\s\S]{1,5000}?\S)\1/gu, '$2');
}
