import { differsInWords, type SearchSort, type Snippet } from '../../contract/index.ts';
import type { Output } from '../output.ts';
import { joined, line, type Printable } from '../printable.ts';
import { searchRecord } from '../records.ts';
import type { ExitCode, Session } from '../session.ts';

export interface SearchOptions {
  readonly query: string;
  readonly limit: number;
  readonly offset: number;
  readonly sort: SearchSort;
}
/** The most rows that one call gives. */
const page = 1000;

/** Finds articles; the rows, then how many there are in all. */
export async function searchCommand({ api, output, signal }: Session, options: SearchOptions): Promise<ExitCode> {
  const { query, sort } = options;
  let shown = 0;
  for (;;) {
    const limit = Math.min(page, Math.max(1, options.limit - shown));
    const { rows, summary } = await api.call(
      'search.run',
      { query, sort, offset: options.offset + shown, limit },
      { signal },
    );
    if (options.limit > 0)
      for (const row of rows)
        await output.result(searchRecord(row), () => {
          const { title, publication, published, id } = row.article;
          const source = joined([publication, published?.value], ', ');
          const words = snippetWords(row.snippet, output);
          if (row.article.differs === undefined)
            return line`${output.strong(title)}  ${source}\n  ${words}\n  ${output.faint(id)}`;
          return line`${output.strong(title)}  ${source}\n  ${differsInWords(row.article.differs)}\n  ${words}\n  ${output.faint(id)}`;
        });
    shown += rows.length;
    if (rows.length === limit && shown < options.limit) continue;
    const { total, unsearchable, partial } = summary;
    await output.result({ summary: { total, unsearchable, partial } }, () =>
      joined(
        [
          partial ? 'No article has all of these words; these have the most of them.' : '',
          total === 1 ? '1 article' : `${total} articles`,
          unsearchable === 0 ? '' : `${unsearchable} could not be searched, because they have no text.`,
        ],
        '\n',
      ),
    );
    return 0;
  }
}

function snippetWords({ text, marks }: Snippet, output: Output): Printable {
  const oneLine = (words: string) => words.replace(/\s+/g, ' ');
  let words = line``;
  let at = 0;
  for (const [start, end] of marks) {
    words = line`${words}${oneLine(text.slice(at, start))}${output.marked(oneLine(text.slice(start, end)))}`;
    at = end;
  }
  return line`${words}${oneLine(text.slice(at))}`;
}
