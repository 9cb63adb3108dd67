import type { Annotation, ArticleId, ImportLine } from '../../main/contract/index.ts';
import type { TestLibrary } from './library.ts';

/** The annotations of the article that a line of a report names. */
export async function annotationsOf(
  library: TestLibrary,
  line: ImportLine | undefined,
): Promise<readonly Annotation[]> {
  if (line?.article == null) throw new Error('the report names no article');
  return (await library.call('articles.read', { article: line.article })).annotations;
}

/** The collections that an article is in, with those that they stand in. */
export async function collectionsOf(library: TestLibrary, article: ArticleId | null | undefined): Promise<string[]> {
  if (article == null) throw new Error('there is no article');
  const all = await library.call('collections.list', {});
  const { collections } = await library.call('articles.read', { article });
  return collections
    .map((id) => {
      const own = all.find((one) => one.id === id);
      const parent = all.find((one) => one.id === own?.parent);
      return parent === undefined ? (own?.name ?? '') : `${parent.name} › ${own?.name}`;
    })
    .sort();
}
