import {
  type ArticleId,
  type ArticleView,
  doubtInWords,
  packageFactsInWords,
  tellsOfWords,
} from '../../contract/index.ts';
import { articleToMarkdown } from '../../formats/write/markdown/article.ts';
import { articleId, everyArticleId } from '../choices.ts';
import type { Output } from '../output.ts';
import { joined, line, type Printable } from '../printable.ts';
import { captureShown, shownArticleRecord } from '../records.ts';
import type { ExitCode, Session } from '../session.ts';
import type { ShowFormat } from '../show-formats.ts';
import { WholeArticles } from '../whole-articles.ts';

export interface ShowOptions {
  readonly articles: readonly string[];
  readonly all: boolean;
  readonly format: ShowFormat;
}

/**
 * Prints whole articles: one JSON object a line, or words with an empty line between articles. One whose stored words
 * are damaged is named on the side and passed over.
 */
export async function showCommand(session: Session, options: ShowOptions): Promise<ExitCode> {
  const whole = await WholeArticles.open(session);
  const chosen = options.all ? everyArticleId(session) : options.articles.map(articleId);
  let first = true;
  let exit: ExitCode = 0;
  for await (const id of chosen) {
    if (session.signal.aborted) return 1;
    try {
      if (options.format === 'json') await session.output.object(await asObject(session, whole, id));
      else {
        const words = await inWords(session, whole, id, options.format);
        await session.output.text(first ? words : line`\n\n${words}`);
      }
      first = false;
    } catch (error) {
      if (!tellsOfWords(error)) throw error;
      session.output.remark(line`Left out, ${await nameOf(session, id)}: ${error.message}`);
      exit = 2;
    }
  }
  return exit;
}

/** An article's title with its id; the id alone where that is all that can be read. */
async function nameOf({ core }: Session, id: ArticleId): Promise<string> {
  const title = await core.context().pool.read('articles.title', id);
  return title === null ? id : `“${title}” (${id})`;
}

async function asObject({ api }: Session, whole: WholeArticles, id: ArticleId): Promise<unknown> {
  const view = await api.call('articles.read', { article: id });
  return shownArticleRecord(view, whole.annotations(await whole.record(id)));
}

async function inWords(
  { api, output }: Session,
  whole: WholeArticles,
  id: ArticleId,
  format: Exclude<ShowFormat, 'json'>,
): Promise<Printable> {
  const view = await api.call('articles.read', { article: id });
  if (format === 'text') return articleText(view, output);
  // Markdown goes into files as it is: what stands against its words is told beside it.
  const doubt = doubtInWords(view.revision.verbatim);
  if (doubt !== null) output.remark(line`${view.article.title}: ${doubt}`);
  const confirmedByPackage = new Set(
    view.statements.flatMap(({ id, fromPackage }) => (fromPackage === undefined ? [] : [id])),
  );
  const { codebook, people } = whole;
  const leaving = { article: await whole.record(id), confirmedByPackage, codesOn: new Map(), codebook, people };
  return output.exact(articleToMarkdown(leaving).trimEnd());
}

function articleText(view: ArticleView, output: Output): Printable {
  const { article, revision } = view;
  const source = joined([article.byline.join(', '), article.publication, article.published?.value, article.url], ' · ');
  const told = packageFactsInWords(revision.metadata, captureShown(view));
  const head = joined([article.title, revision.metadata.subheading, source, told], '\n');
  return joined([head, doubtInWords(revision.verbatim), output.exact(revision.text)], '\n\n');
}
