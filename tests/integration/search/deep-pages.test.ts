import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWritable } from '../../../db/open.ts';
import { fillLibrary } from '../../bench/fill-library.ts';
import { ArticleGenerator } from '../../bench/generator.ts';
import { makeLibrary } from '../../support/library.ts';

it('pages of the Library follow one another to the last, newest or oldest first, those without a date last', async () => {
  const library = await makeLibrary();
  await library.core.close();
  const file = join(library.path, 'library.sqlite');
  fillLibrary(file, new ArticleGenerator(), { from: 0, to: 60 });
  const db = openWritable(file);
  db.exec('UPDATE articles SET published_key = NULL, published = NULL WHERE id % 12 = 0');
  // Two of one day.
  db.exec("UPDATE articles SET published_key = '2015-05-05', published = '2015-05-05' WHERE id % 12 = 1");
  db.close();
  await library.reopen();
  for (const sort of ['newest', 'oldest'] as const) {
    for (const query of ['', 'the']) {
      const { rows, summary } = await library.call('search.run', { query, sort, limit: 100 });
      expect(rows).toHaveLength(summary.total);
      expect(summary.total).toBeGreaterThan(50);
      const dates = rows.map(({ article }) => article.published?.value ?? null);
      const dated = dates.filter((date) => date !== null);
      expect(dates).toEqual([
        ...(sort === 'newest' ? [...dated].sort().reverse() : [...dated].sort()),
        ...dates.filter((date) => date === null),
      ]);
      const paged: string[] = [];
      for (let offset = 0; offset < summary.total + 8; offset += 7) {
        const page = await library.call('search.run', { query, sort, limit: 7, offset });
        expect(page.summary.total).toBe(summary.total);
        paged.push(...page.rows.map(({ article }) => article.id));
      }
      expect(paged).toEqual(rows.map(({ article }) => article.id));
    }
  }
});
