import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openReadable } from '../../../db/open.ts';
import { fillAround } from '../../bench/fill-around.ts';
import { fillLibrary } from '../../bench/fill-library.ts';
import { ArticleGenerator } from '../../bench/generator.ts';
import { makeLibrary } from '../../support/library.ts';

it('a library that is filled past the import has what years of work leave, and the program finds nothing wrong in it', async () => {
  const library = await makeLibrary();
  await library.core.close();
  const file = join(library.path, 'library.sqlite');
  fillLibrary(file, new ArticleGenerator(), { from: 0, to: 120 });
  fillAround(file);
  const db = openReadable(file);
  const count = (what: string) => db.prepare<[], number>(`SELECT count(*) FROM ${what}`).pluck().get();
  expect(count('articles')).toBe(120);
  expect(count('imports')).toBe(1);
  expect(count('import_lines')).toBe(120);
  expect(count('(SELECT DISTINCT article FROM annotations)')).toBe(6);
  expect(count('codes')).toBe(60);
  expect(count('collections')).toBe(43);
  expect(db.prepare('SELECT DISTINCT state FROM statements ORDER BY state').pluck().all()).toEqual([
    'confirmed',
    'rejected',
    'suggested',
  ]);
  db.close();
  await library.reopen();
  const { lines } = (await library.core.call('health.check', {})) as { lines: { check: string; ok: boolean }[] };
  // No files are made, so the originals are missing, and nothing else is wrong.
  expect(lines.filter(({ ok }) => !ok).every(({ check }) => check === 'original')).toBe(true);
  expect(lines.filter(({ ok }) => ok).map(({ check }) => check)).toEqual(
    expect.arrayContaining(['integrity', 'foreign keys', 'search index', 'texts']),
  );
});
