import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { makeLibrary } from '../../support/library.ts';
import { annotationsOf, collectionsOf } from '../../support/library-marks.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/zotero', import.meta.url));

it('a Zotero RDF brings its files with what it says of them, its notes, tags and collections; nothing outside', async () => {
  const library = await makeLibrary();
  const folder = join(library.folder, 'incoming', 'Harbour');
  mkdirSync(folder, { recursive: true });
  cpSync(fixtures, folder, { recursive: true });
  writeFileSync(join(library.folder, 'incoming', 'secret.txt'), 'Nobody may read this.');
  const { lines } = await library.take(folder);
  expect(lines.map(({ outcome, path }) => `${outcome} ${path}`).sort()).toEqual([
    'mentioned Harbour/Harbour.rdf › https://quay-post.example/tides',
    'refused Harbour/Harbour.rdf › files/../../../secret.txt',
    'taken Harbour/Harbour.rdf › files/13/wardens page.html',
    'taken Harbour/Harbour.rdf › files/15/statement.txt',
  ]);
  const wardens = lines.find(({ path }) => path.endsWith('.html'));
  const page = await library.call('articles.read', { article: wardens?.article ?? ('' as never) });
  // The page knows its own headline and hour; what it doesn't say comes from the RDF.
  expect(page.revision.metadata).toMatchObject({
    title: 'Wardens won’t check papers',
    url: 'https://courier.example/2024/11/wardens',
    byline: ['Tomas Reyl'],
    published: { precision: 'second' },
    sources: { byline: { from: 'Zotero' } },
  });
  expect(await collectionsOf(library, wardens?.article)).toEqual([
    'Tags › Night watch',
    'Tags › Papers',
    'Tags › Tessaly',
    'Tags › harbour',
  ]);
  expect(await annotationsOf(library, wardens)).toMatchObject([
    { quote: '', note: 'The promise itself.\n\nCompare with May.' },
  ]);
  const statement = lines.find(({ path }) => path.endsWith('.txt') && !path.includes('secret'));
  const text = await library.call('articles.read', { article: statement?.article ?? ('' as never) });
  expect(text.revision.metadata).toMatchObject({
    title: 'Statement of the harbour office',
    byline: ['Harbour Office of Port Ellery'],
    published: { value: '2024-11-13' },
  });
  expect((await library.call('awaited.list', {})).rows).toMatchObject([
    { title: 'What the dredger found', tags: ['Night watch', 'Tessaly'] },
  ]);
  expect(await library.search('"may read this"')).toEqual([]);

  const { lines: again } = await library.take(folder);
  expect(again.map(({ outcome }) => outcome).sort()).toEqual(['duplicate', 'duplicate', 'mentioned', 'refused']);
  expect(await annotationsOf(library, wardens)).toHaveLength(1);
  const { lines: checks } = await library.run('health.check', {});
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});
