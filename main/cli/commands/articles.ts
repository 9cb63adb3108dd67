import { differsInWords } from '../../contract/index.ts';
import { joined, line } from '../printable.ts';
import { articleRecord } from '../records.ts';
import { type ExitCode, everyRow, type Session } from '../session.ts';

/** Lists every article. */
export async function articlesCommand({ api, output }: Session): Promise<ExitCode> {
  let count = 0;
  const rows = everyRow((offset, limit) => api.call('search.run', { query: '', sort: 'newest', offset, limit }));
  for await (const { article } of rows) {
    count += 1;
    await output.result(articleRecord(article), () => {
      const source = [article.publication, article.published?.value, article.byline.join(', ')];
      const differs = article.differs === undefined ? '' : line`\n  ${differsInWords(article.differs)}`;
      return line`${output.strong(article.title)}\n  ${joined([...source, `${article.words} words`], ' · ')}${differs}\n  ${output.faint(article.id)}`;
    });
  }
  if (!output.json) await output.text(count === 1 ? line`1 article` : line`${count} articles`);
  return 0;
}
