import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../main/contract/index.ts';
import { ArticleGenerator } from '../../bench/generator.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

const generator = new ArticleGenerator();
const wire = generator.article(1).paragraphs;
const other = generator.article(2).paragraphs;

async function take(library: TestLibrary, title: string, body: readonly string[]): Promise<ArticleId> {
  const url = `https://${title.toLowerCase().replace(/\W+/g, '-')}.example/story`;
  const { lines } = await library.take(library.file(`${title}.html`, page({ title, url, body })));
  const [line] = lines;
  if (line?.article == null) throw new Error(`${title} was not taken: ${line?.reason}`);
  return line.article;
}

/** Waits until the background has compared everything; answers the groups by their titles. */
async function groups(library: TestLibrary): Promise<string[][]> {
  await expect.poll(async () => (await library.call('duplicates.list', {})).waiting, { timeout: 20_000 }).toBe(0);
  const { groups: found } = await library.call('duplicates.list', {});
  return found.map(({ articles }) => articles.map(({ title }) => title).sort());
}

const alike = async (library: TestLibrary, article: ArticleId) =>
  (await library.call('articles.read', { article })).alike.map(({ title, contained }) => [
    title,
    Math.round((contained ?? 0) * 100),
  ]);

describe('near-duplicates', { timeout: 60_000 }, () => {
  it('are found after an import: another headline, a cut, a paragraph put in; never what shares nothing', async () => {
    const library = await makeLibrary();
    const whole = await take(library, 'Wire', wire);
    const cut = await take(library, 'Cut', wire.slice(0, 6));
    await take(library, 'Other', other);
    await take(library, 'Longer', [...wire.slice(0, 3), other[0] ?? '', ...wire.slice(3)]);
    expect(await groups(library)).toEqual([['Cut', 'Longer', 'Wire']]);
    expect(await alike(library, cut)).toEqual([
      ['Wire', 100],
      ['Longer', expect.any(Number)],
    ]);
    expect((await alike(library, whole)).map(([title]) => title)).toEqual(['Cut', 'Longer']);
    expect(await library.search('')).toHaveLength(4);
  });

  it('are found when a later revision makes a text alike, and forgotten when it makes it another', async () => {
    const library = await makeLibrary();
    await take(library, 'Wire', wire);
    await take(library, 'Second', other);
    expect(await groups(library)).toEqual([]);
    const url = 'https://second.example/story';
    await library.take(library.file('later.html', page({ title: 'Second', url, body: wire.slice(0, 8) })));
    expect(await groups(library)).toEqual([['Second', 'Wire']]);
    await library.take(
      library.file('last.html', page({ title: 'Second', url, body: generator.article(3).paragraphs })),
    );
    expect(await groups(library)).toEqual([]);
  });

  it('that a person says are not the same are not shown again, until that is taken back', async () => {
    const library = await makeLibrary();
    const [one, two, three] = [
      await take(library, 'Wire', wire),
      await take(library, 'Cut', wire.slice(0, 8)),
      await take(library, 'Third', wire.slice(0, 9)),
    ];
    await groups(library);
    await library.call('duplicates.dismiss', { one: two, others: [one] });
    expect((await alike(library, one)).map(([title]) => title)).toEqual(['Third']);
    // Both are still like the third, and hang together by it.
    expect(await groups(library)).toEqual([['Cut', 'Third', 'Wire']]);
    await library.call('duplicates.dismiss', { one: two, others: [three] });
    expect(await groups(library)).toEqual([['Third', 'Wire']]);
    await library.reopen();
    expect(await groups(library)).toEqual([['Third', 'Wire']]);
    await library.call('duplicates.restore', { one, others: [two] });
    expect(await groups(library)).toEqual([['Cut', 'Third', 'Wire']]);
    const { rows } = await library.call('events.list', { limit: 10 });
    expect(rows.filter(({ kind }) => kind === 'duplicate')).toHaveLength(3);
    await expect(library.call('duplicates.dismiss', { one, others: [one] })).rejects.toThrow(/not in the library/);
  });

  it('in the bin are not shown, and are there again when they come back', async () => {
    const library = await makeLibrary();
    const one = await take(library, 'Wire', wire);
    await take(library, 'Cut', wire.slice(0, 8));
    expect(await groups(library)).toHaveLength(1);
    await library.call('articles.bin', { articles: [one] });
    expect(await groups(library)).toEqual([]);
    await library.call('articles.restore', { articles: [one] });
    expect(await groups(library)).toHaveLength(1);
    await library.call('articles.bin', { articles: [one] });
    await library.call('bin.empty', { confirm: true });
    await library.core.close();
    const db = new Database(join(library.path, 'library.sqlite'), { readonly: true });
    const count = (sql: string) => db.prepare(sql).pluck().get();
    expect(count('SELECT count(*) FROM text_sketches')).toBe(1);
    expect(count('SELECT count(*) FROM article_pairs')).toBe(0);
    db.close();
  });

  it('of a library that has no sketches yet are found after it was opened, and an interruption loses nothing', async () => {
    const library = await makeLibrary();
    for (let number = 0; number < 3; number++) await take(library, `Wire ${number}`, wire.slice(0, 7 + number));
    await take(library, 'Other', other);
    await library.core.close();
    const db = new Database(join(library.path, 'library.sqlite'));
    db.exec('UPDATE articles SET compared = NULL; DELETE FROM article_pairs; DELETE FROM text_sketches');
    db.close();
    await library.reopen();
    await library.reopen();
    expect(await groups(library)).toEqual([['Wire 0', 'Wire 1', 'Wire 2']]);
  });

  it('under an address that older rules took for two are a group by their address', async () => {
    const library = await makeLibrary();
    await take(library, 'First', other);
    const second = await take(library, 'Second', wire);
    await groups(library);
    await library.core.close();
    const db = new Database(join(library.path, 'library.sqlite'));
    db.exec(`UPDATE revisions SET metadata = json_set(metadata, '$.url', 'https://courier.example/a');
      DELETE FROM settings WHERE key = 'identity.addressRules'`);
    db.close();
    await library.reopen();
    expect(await groups(library)).toEqual([['First', 'Second']]);
    const { alike: found } = await library.call('articles.read', { article: second });
    expect(found).toMatchObject([{ title: 'First', reason: 'address', contained: null }]);
  });
});
