import { parse, safeParse } from 'valibot';
import { ArticleId, type CollectionId, type Selection, SpeakerId, VerbatimError } from '../contract/index.ts';
import type { Session } from './session.ts';

/** An article's id as it was typed. Throws `bad-input`. */
export function articleId(typed: string): ArticleId {
  const result = safeParse(ArticleId, typed);
  if (result.success) return result.output;
  throw new VerbatimError('bad-input', `“${typed}” is no article’s id. “verbatim articles” lists them.`);
}

/** A person's id as it was typed. Throws `bad-input`. */
export function personId(typed: string): SpeakerId {
  const result = safeParse(SpeakerId, typed);
  if (result.success) return result.output;
  throw new VerbatimError('bad-input', `“${typed}” is nobody’s id. “verbatim people” lists them.`);
}

/** Every article in the library, in the order they came. */
export async function* everyArticleId({ core }: Session): AsyncGenerator<ArticleId> {
  const { pool } = core.context();
  for (let after = 0; ; ) {
    const rows = await pool.read('export.articleIds', after, 1000);
    const last = rows.at(-1);
    if (last === undefined) return;
    for (const row of rows) yield parse(ArticleId, row.id);
    after = last.rowid;
  }
}

/** A collection by its name, or by its path where names repeat (`Elections/2016`). Throws `not-found`, `conflict`. */
export async function collectionNamed({ api }: Session, typed: string): Promise<CollectionId> {
  const all = await api.call('collections.list', {});
  const parents = new Map(all.map((collection) => [collection.id, collection]));
  const pathOf = (id: CollectionId): string => {
    const collection = parents.get(id);
    if (collection === undefined) return '';
    return collection.parent === null ? collection.name : `${pathOf(collection.parent)}/${collection.name}`;
  };
  const same = (a: string, b: string) => a.normalize().toLowerCase() === b.normalize().toLowerCase();
  const fitting = all.filter(({ id, name }) => same(pathOf(id), typed) || same(name, typed));
  const [found] = fitting;
  if (found === undefined) throw new VerbatimError('not-found', `There is no collection called “${typed}”.`);
  if (fitting.length > 1)
    throw new VerbatimError(
      'conflict',
      `Several collections are called “${typed}”: ${fitting.map(({ id }) => pathOf(id)).join(', ')}. Give the whole path.`,
    );
  return found.id;
}

/** Which articles a command is to work on, as it was typed. */
export interface ArticleChoice {
  readonly articles: readonly string[];
  readonly collection: string | null;
  readonly all: boolean;
}

/** Throws `bad-input` where it is not exactly one of the three. */
export async function selectionOf(session: Session, choice: ArticleChoice): Promise<Selection> {
  const kinds = [choice.articles.length > 0, choice.collection !== null, choice.all].filter(Boolean);
  if (kinds.length !== 1) throw new VerbatimError('bad-input', 'Give either --article, --collection or --all.');
  if (choice.collection !== null)
    return { of: 'collection', collection: await collectionNamed(session, choice.collection) };
  return choice.all ? { of: 'everything' } : { of: 'articles', articles: choice.articles.map(articleId) };
}
