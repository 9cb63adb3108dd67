import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ArticleId } from '../../../main/contract/index.ts';
import type { Examination, KillScenario } from '../kill-scenario.ts';
import { missing, OpenedLibrary } from '../library.ts';
import { fillLibrary } from '../material.ts';

const count = 10;
/** An article goes within moments. */
const toDelete = 40;

export const annotation: KillScenario = {
  name: 'annotation',
  prepare: (round) => fillLibrary(round, count),
  act: () => ['annotate'],
  examine: ({ library }, acknowledged) =>
    OpenedLibrary.reading(library, async (opened) => {
      const present: string[] = [];
      for (const article of await opened.articles())
        for (const { id } of (await opened.call('articles.read', { article })).annotations)
          present.push(`${article} ${id}`);
      return {
        // Each article had one before.
        there: { 'new annotations': present.length - count },
        findings: [...missing('an annotation', acknowledged, present), ...(await opened.unsound())],
      };
    }),
  examineEnd: ({ library }) => OpenedLibrary.reading(library, (opened) => opened.unsound()),
};

/** Articles go into the bin one by one, and the bin is emptied after each. */
export const deletion: KillScenario = {
  name: 'deletion',
  prepare: (round) => fillLibrary(round, toDelete),
  act: () => ['delete'],
  examine: ({ library }, acknowledged) =>
    OpenedLibrary.reading(library, async (opened) => {
      const shown = new Set<string>(await opened.articles());
      const gone = acknowledged.map((line) => line.split(' ')[1] as ArticleId);
      return {
        there: { 'articles deleted': toDelete - shown.size },
        findings: [
          ...gone.filter((id) => shown.has(id)).map((id) => `deleted, and there again: ${id}`),
          ...(shown.size + new Set(gone).size < toDelete - 1 ? ['more is gone than was deleted'] : []),
          ...(await opened.unsound()),
        ],
      };
    }),
  examineEnd: ({ library }) =>
    OpenedLibrary.reading(library, async (opened) => [
      ...((await opened.articles()).length === 0 ? [] : ['not everything was deleted']),
      ...(await opened.unsound()),
    ]),
};

export const extractAgain: KillScenario = {
  name: 'extract again',
  async prepare(round) {
    await fillLibrary(round, count);
    makeReadingsOlder(round.library);
  },
  act: () => ['extract-again'],
  examine: ({ library }) => annotatedArticles(library),
  examineEnd: async ({ library }) => (await annotatedArticles(library)).findings,
};

/** All articles with the annotation that each had. */
function annotatedArticles(library: string): Promise<Examination> {
  return OpenedLibrary.reading(library, async (opened) => {
    const articles = await opened.articles();
    const bare: string[] = [];
    for (const article of articles) {
      const { annotations } = await opened.call('articles.read', { article });
      if (annotations.length !== 1 || annotations[0]?.placement === 'lost') bare.push(article);
    }
    return {
      there: { 'articles with their annotation': articles.length - bare.length },
      findings: [
        ...(articles.length === count ? [] : [`${articles.length} articles instead of ${count}`]),
        ...bare.map((id) => `lost its annotation: ${id}`),
        ...(await opened.unsound()),
      ],
    };
  });
}

/** Gives every revision the name of an extractor that is no more, as after an update of the program. */
function makeReadingsOlder(library: string): void {
  const db = new Database(join(library, 'library.sqlite'), { fileMustExist: true });
  db.prepare("UPDATE revisions SET extractor = 'html/1'").run();
  db.close();
}
