import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWritable } from '../../../db/open.ts';
import { pageOfLibrary } from '../../../db/queries/library-order.ts';
import { placesApart } from '../../../db/remembered-places.ts';
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

it('any page of a long Library is the one that stands there, with and without dates, also right after an article came', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-library-'));
  const db = openWritable(join(folder, 'library.sqlite'));
  try {
    const insert =
      db.prepare(`INSERT INTO articles (uuid, text_sha256, title, byline, published, published_key, words, added)
VALUES (@uuid, '', '', '[]', @day, @day, 1, '2026-01-01T00:00:00.000Z')`);
    const days: (string | null)[] = [];
    const add = (day: string | null) => {
      days.push(day);
      insert.run({ uuid: `${days.length}`, day });
    };
    // Many of one day, so that places fall inside of it, and as many without a date.
    db.transaction(() => {
      for (let number = 0; number < 5 * placesApart + 17; number += 1)
        add(number % 2 === 0 ? null : `20${10 + ((number >> 1) % 7)}-05-05`);
    })();
    const expected = (sort: 'newest' | 'oldest') => {
      const sign = sort === 'newest' ? -1 : 1;
      const rows = days.map((day, index) => ({ day, id: index + 1 }));
      const byId = (a: { id: number }, b: { id: number }) => sign * (a.id - b.id);
      const dated = rows.filter(({ day }) => day !== null);
      dated.sort((a, b) => sign * (a.day ?? '').localeCompare(b.day ?? '') || byId(a, b));
      return [...dated, ...rows.filter(({ day }) => day === null).sort(byId)].map(({ id }) => id);
    };
    const page = (sort: 'newest' | 'oldest', offset: number) =>
      db.transaction(() => pageOfLibrary(db, sort, { offset, limit: 9 }, days.length))();
    const check = () => {
      for (const sort of ['newest', 'oldest'] as const) {
        const ids = expected(sort);
        const border = days.filter((day) => day !== null).length;
        const near = [0, 1, placesApart - 1, placesApart, 2 * placesApart + 5, border - 4, border, ids.length - 5];
        for (const offset of [...near, ids.length, ids.length + 3, ...near.toReversed()])
          expect(page(sort, offset), `${sort} ${offset}`).toEqual(ids.slice(offset, offset + 9));
      }
    };
    check();
    add('2030-01-01');
    add(null);
    check();
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
