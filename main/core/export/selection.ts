import { type ArticleId, assertNever, type Selection, VerbatimError } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { searchHandlers } from '../search/handlers.ts';

/** What an export takes along, resolved. */
export interface SelectedArticles {
  /** For the person who exports: "everything", "collection “Election”", … */
  readonly label: string;
  /** What a package says of itself without that person's words: of a search only that it was one. */
  readonly plainLabel: string;
  readonly articles: readonly ArticleId[];
}

const page = 1000;

/** The articles of a selection, each once. Throws `not-found` for a collection that is gone. */
export async function selectArticles(
  context: CoreContext,
  selection: Selection,
  signal: AbortSignal,
): Promise<SelectedArticles> {
  switch (selection.of) {
    case 'everything':
      return labelled('everything', await allArticles(context, signal));
    case 'articles':
      return labelled(selection.articles.length === 1 ? 'one article' : `${selection.articles.length} articles`, [
        ...new Set(selection.articles),
      ]);
    case 'collection': {
      const content = await context.pool.read('export.collectionContent', selection.collection);
      if (content === null) throw new VerbatimError('not-found', 'This collection is not in the library any more.');
      const articles = new Set(content.articles);
      for (const query of content.queries)
        for (const article of await searchArticles(context, query, signal)) articles.add(article);
      return labelled(`collection “${content.name}”`, [...articles]);
    }
    case 'person': {
      const spoken = await context.pool.read('export.spokenIn', selection.person);
      if (spoken === null) throw new VerbatimError('not-found', 'This person is not in the library any more.');
      return labelled(`what ${spoken.name} says`, spoken.articles);
    }
    case 'search':
      return {
        label: `search “${selection.query}”`,
        plainLabel: 'what a search found',
        articles: await searchArticles(context, selection.query, signal),
      };
    default:
      return assertNever(selection);
  }
}

function labelled(label: string, articles: readonly ArticleId[]): SelectedArticles {
  return { label, plainLabel: label, articles };
}

async function allArticles(context: CoreContext, signal: AbortSignal): Promise<ArticleId[]> {
  const articles: ArticleId[] = [];
  for (let after = 0; ; ) {
    signal.throwIfAborted();
    const rows = await context.pool.read('export.articleIds', after, page);
    articles.push(...rows.map(({ id }) => id));
    const last = rows.at(-1);
    if (last === undefined) return articles;
    after = last.rowid;
  }
}

/** Every article that has all the words. Partial matches are shown to a searcher; they are not handed over. */
async function searchArticles(context: CoreContext, query: string, signal: AbortSignal): Promise<ArticleId[]> {
  const search = searchHandlers(context)['search.run'];
  const articles: ArticleId[] = [];
  for (;;) {
    const found = await search({ query, sort: 'oldest', offset: articles.length, limit: page }, { signal });
    if (found.summary.partial) return [];
    articles.push(...found.rows.map(({ article }) => article.id));
    if (found.rows.length === 0 || articles.length >= found.summary.total) return articles;
  }
}
