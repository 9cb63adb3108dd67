import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../main/contract/index.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

function edition(library: TestLibrary, number: number, statement: string): string {
  return library.file(
    `quay-${number}.html`,
    page({
      title: 'The quay closes',
      url: 'https://courier.example/quay',
      body: [
        `The harbour board closed the quay on Monday after a long meeting, edition ${number} of this report says.`,
        'Harbour Commissioner Ines Alder issued the following statement:',
        `“${statement}, and we thank everybody who waited for it with so much patience.”`,
        'The town had waited for it since the storm of last winter.',
      ],
    }),
  );
}

async function quotes(library: TestLibrary): Promise<string[]> {
  return (await library.call('statements.list', { kind: 'block' })).rows.map(({ text }) => text.slice(0, 26));
}

it('a new revision of an article in the bin has its suggestions when the article is restored', async () => {
  const library = await makeLibrary();
  const { lines } = await library.take(edition(library, 1, 'We close the quay for as long as the dredging lasts'));
  const article = lines[0]?.article;
  if (article == null) throw new Error('nothing was taken in');
  expect(await quotes(library)).toEqual(['We close the quay for as l']);
  await library.call('articles.bin', { articles: [article] });
  const { lines: again } = await library.take(edition(library, 2, 'The ferry will go on as it has for forty years'));
  expect(again[0]).toMatchObject({ outcome: 'revision', article });
  expect(await quotes(library)).toEqual([]);
  await library.call('articles.restore', { articles: [article] });
  expect(await quotes(library)).toContain('The ferry will go on as it');
  const { lines: checks } = await library.run('health.check', {});
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});

describe('several articles', () => {
  async function three(): Promise<{ library: TestLibrary; articles: ArticleId[] }> {
    const library = await makeLibrary();
    const files = [1, 2, 3].map((number) =>
      library.file(`${number}.txt`, `Report ${number} from the quay\n\nThe board met for the ${number}th time.\n`),
    );
    const { lines } = await library.take(...files);
    return { library, articles: lines.flatMap(({ article }) => (article === null ? [] : [article])) };
  }

  it.each(['articles.bin', 'duplicates.dismiss'] as const)(
    'are one transaction with their events: %s',
    async (method) => {
      const { library, articles } = await three();
      const [one, other, last] = articles;
      if (one === undefined || other === undefined || last === undefined)
        throw new Error('three articles were expected');
      await library.core.close();
      const db = new Database(join(library.path, 'library.sqlite'));
      db.exec(
        `CREATE TRIGGER unwilling BEFORE INSERT ON events WHEN new.subject || new.detail LIKE '%${last}%'
         AND new.kind IN ('bin', 'duplicate') BEGIN SELECT RAISE(ABORT, 'the log is unwilling'); END`,
      );
      db.close();
      await library.reopen();
      const before = await library.call('events.list', { offset: 0, limit: 100 });
      const change =
        method === 'articles.bin'
          ? library.call(method, { articles })
          : library.call(method, { one, others: [other, last] });
      await expect(change).rejects.toThrow(/unwilling/u);
      expect(await library.search('')).toHaveLength(3);
      expect((await library.call('events.list', { offset: 0, limit: 100 })).total).toBe(before.total);
    },
  );

  it('have a line each in the log, and only those that moved', async () => {
    const { library, articles } = await three();
    await library.call('articles.bin', { articles: articles.slice(0, 2) });
    await library.call('articles.bin', { articles });
    const { rows } = await library.call('events.list', { offset: 0, limit: 100 });
    expect(
      rows
        .filter(({ kind }) => kind === 'bin')
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(articles.map((article) => `article ${article}`).sort());
  });
});

it('an article whose revision an older version brought into use without suggestions has them when it is restored', async () => {
  const library = await makeLibrary();
  const { lines } = await library.take(edition(library, 1, 'We close the quay for as long as the dredging lasts'));
  const article = lines[0]?.article;
  if (article == null) throw new Error('nothing was taken in');
  await library.call('articles.bin', { articles: [article] });
  await library.take(edition(library, 2, 'The ferry will go on as it has for forty years'));
  await library.core.close();
  // As 0090 and before left it: settled, and nobody had looked for statements.
  const db = new Database(join(library.path, 'library.sqlite'));
  db.pragma('foreign_keys = ON');
  db.exec("DELETE FROM statement_index; DELETE FROM statements WHERE quote LIKE 'The ferry%'");
  db.close();
  await library.reopen();
  await library.call('articles.restore', { articles: [article] });
  expect(await quotes(library)).toContain('The ferry will go on as it');
  // What a person rejected stays rejected, however often the article comes and goes.
  for (const { id } of (await library.call('statements.list', {})).rows)
    await library.call('statements.update', { id, state: 'rejected' });
  const before = (await library.call('statements.list', { state: 'rejected' })).total;
  await library.call('articles.bin', { articles: [article] });
  await library.call('articles.restore', { articles: [article] });
  expect((await library.call('statements.list', {})).total).toBe(0);
  expect((await library.call('statements.list', { state: 'rejected' })).total).toBe(before);
});
