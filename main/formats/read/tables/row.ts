import type { ColumnChoice, ColumnField, ForeignMark, ForeignMarks } from '../../../contract/index.ts';
import { splitNames } from '../../../reading/document/byline.ts';
import { parseDate } from '../../../reading/document/dates.ts';
import type { Member, MentionedArticle } from '../../format.ts';
import { cleanLine, listed, markOf, quoteOf, webAddress } from '../services/exports/brought.ts';
import { tagsInCell } from '../services/exports/tag-list.ts';

/** One row of a table whose columns a person has explained: an article, or the mention of one; null for an empty row. */
export type ReadRow =
  | { readonly kind: 'article'; readonly member: Extract<Member, { kind: 'file' }> }
  | { readonly kind: 'mention'; readonly mention: MentionedArticle };

/** `number` counts rows from 1, the line of names not among them. */
export function readRow(
  cells: readonly string[],
  fields: ColumnChoice,
  { number, program }: { readonly number: number; readonly program: string },
): ReadRow | null {
  const cell = (field: ColumnField): string => {
    const place = fields[field];
    return place === undefined ? '' : (cells[place] ?? '').trim();
  };
  const part = `row ${number}`;
  const title = cleanLine(cell('title'));
  const url = webAddress(cell('url'));
  const marks = marksOf(cell, program);
  const body = cell('body');
  if (body === '') {
    if (title === null && url === null && marks.marks.length === 0) return null;
    return { kind: 'mention', mention: listed({ part, title, url, published: parseDate(cell('date'), 'en'), marks }) };
  }
  const told = {
    part,
    program,
    precedence: 'over' as const,
    title,
    url,
    byline: namesIn(cell('author')),
    publication: cleanLine(cell('publication')),
    published: cleanLine(cell('date')),
    language: null,
    description: null,
    saved: null,
  };
  const bytes = new TextEncoder().encode(body);
  const file = { path: part, bytes, modified: null, record: null, format: 'kept-page', told, position: String(number) };
  return { kind: 'article', member: { kind: 'file', ...file, ...(isEmpty(marks) ? {} : { marks }) } };
}

function isEmpty({ tags, marks }: ForeignMarks): boolean {
  return tags.length + marks.length === 0;
}

function namesIn(cell: string): string[] {
  const line = cleanLine(cell);
  if (line === null) return [];
  const names = line.split(/\s*[;|]\s*/u).flatMap((one) => splitNames(one));
  return names.length > 0 ? names : [line];
}

function marksOf(cell: (field: ColumnField) => string, program: string): ForeignMarks {
  const highlight = cell('highlight');
  const note = cell('note');
  const marks: ForeignMark[] =
    highlight === '' && note === ''
      ? []
      : [
          markOf({
            quote: highlight === '' ? null : quoteOf(highlight),
            note,
            color: highlight === '' ? null : 'amber',
          }),
        ];
  return { program, tags: tagsOf(cell('tags')), marks };
}

function tagsOf(cell: string): string[] {
  return tagsInCell(/^\s*\[/u.test(cell) ? cell : cell.replace(/[;|]/gu, ','));
}
