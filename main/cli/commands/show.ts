import type { ArticleId, ArticleView } from '../../contract/index.ts';
import { articleToMarkdown } from '../../formats/markdown-package/article.ts';
import { articleId, everyArticleId } from '../choices.ts';
import { shownArticleRecord } from '../records.ts';
import type { ExitCode, Session } from '../session.ts';
import { WholeArticles } from '../whole-articles.ts';

export const showFormats = ['text', 'markdown', 'json'] as const;
export type ShowFormat = (typeof showFormats)[number];

export interface ShowOptions {
  readonly articles: readonly string[];
  readonly all: boolean;
  readonly format: ShowFormat;
}

/** Prints whole articles: one JSON object a line, or words with an empty line between articles. */
export async function showCommand(session: Session, options: ShowOptions): Promise<ExitCode> {
  const whole = await WholeArticles.open(session);
  const chosen = options.all ? everyArticleId(session) : options.articles.map(articleId);
  let first = true;
  for await (const id of chosen) {
    if (session.signal.aborted) return 1;
    const words = await shown(session, whole, id, options.format);
    await session.output.text(first || options.format === 'json' ? words : `\n\n${words}`);
    first = false;
  }
  return 0;
}

async function shown({ api }: Session, whole: WholeArticles, id: ArticleId, format: ShowFormat): Promise<string> {
  if (format === 'markdown') return articleToMarkdown(await whole.record(id), whole.codebook).trimEnd();
  const view = await api.call('articles.read', { article: id });
  if (format === 'text') return articleText(view);
  return JSON.stringify(shownArticleRecord(view, whole.annotations(await whole.record(id))));
}

function articleText({ article, revision }: ArticleView): string {
  const source = [article.byline.join(', '), article.publication, article.published?.value, article.url].filter(
    Boolean,
  );
  const head = [article.title, revision.metadata.subheading, source.join(' · ')].filter(Boolean).join('\n');
  return `${head}\n\n${revision.text}`;
}
