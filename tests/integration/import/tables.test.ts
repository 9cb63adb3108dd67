import { expect, it } from 'vitest';
import type { ColumnMapping } from '../../../main/contract/index.ts';
import { makeLibrary, type TestLibrary } from '../../support/library.ts';
import { annotationsOf, collectionsOf } from '../../support/library-marks.ts';

const words = 'Nobody who calls the harbour office will be asked for papers, Ines Alder said on Thursday evening.';
const table = (rows: string) => `Headline;Link;Copy;By;When;Labels;Marked;Remark\n${rows}`;
const board = table(
  `Wardens;https://courier.example/2024/11/wardens;"<p>${words}</p><p>It was a promise; nobody doubted it.</p>";Tomas Reyl and Ada Lorne;2024-11-14;harbour|papers;harbour office;The promise\n` +
    'Tides;https://quay-post.example/tides;;;;sea;;\n' +
    `;;"${words}\n\nA second paragraph, in plain text.";;;;;\n`,
);
const choice = { title: 0, url: 1, body: 2, author: 3, date: 4, tags: 5, highlight: 6, note: 7 };

async function onlyTable(library: TestLibrary): Promise<ColumnMapping> {
  const [first, ...more] = await library.call('columns.list', {});
  if (first === undefined || more.length > 0) throw new Error(`${more.length + 1} tables`);
  return first;
}

it('a table that nobody knows waits until its columns are explained, and then no more', async () => {
  const library = await makeLibrary();
  const file = library.file('board.csv', board);
  const { lines, summary } = await library.take(file);
  expect(summary.counts).toMatchObject({ unmapped: 1, refused: 0, taken: 0 });
  expect(lines[0]).toMatchObject({ outcome: 'unmapped', path: 'board.csv', hasFile: true });
  expect(lines[0]?.reason).toContain('columns: Headline, Link, Copy, By, When, Labels, Marked, Remark');
  const met = await onlyTable(library);
  expect(met).toMatchObject({ name: 'board.csv', kind: 'csv', fields: null });
  expect(met.sample[0]?.[0]).toBe('Wardens');

  await library.call('columns.change', { signature: met.signature, fields: choice });
  const { lines: taken } = await library.take(file);
  expect(taken.map(({ outcome, title }) => [outcome, title]).sort()).toEqual(
    [
      ['mentioned', 'Tides'],
      ['taken', words.slice(0, -1)],
      ['taken', 'Wardens'],
    ].sort(),
  );
  const wardens = taken.find(({ title }) => title === 'Wardens');
  expect(wardens?.path).toBe('board.csv › row 1');
  const view = await library.call('articles.read', { article: wardens?.article ?? ('' as never) });
  expect(view.revision.metadata).toMatchObject({
    title: 'Wardens',
    byline: ['Tomas Reyl', 'Ada Lorne'],
    published: { value: '2024-11-14' },
    url: 'https://courier.example/2024/11/wardens',
    sources: { title: { from: 'CSV' } },
  });
  expect(view.revision.text).toBe(`${words}\n\nIt was a promise; nobody doubted it.`);
  expect(view.captures[0]?.source).toMatchObject({ container: 'board.csv', member: 'row 1' });
  expect(await annotationsOf(library, wardens)).toMatchObject([{ quote: 'harbour office', note: 'The promise' }]);
  expect(await collectionsOf(library, wardens?.article)).toEqual(['Tags › harbour', 'Tags › papers']);
  expect((await library.call('awaited.list', {})).rows).toMatchObject([{ title: 'Tides', tags: ['sea'] }]);
  const { lines: checks } = await library.run('health.check', {});
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);

  // Another file with the same columns, whatever their case, is taken in without asking; the same one changes nothing.
  const other = table('Lamps;https://courier.example/lamps;The new lamps stand since Tuesday.;;;;;\n').replace(
    'Headline',
    'HEADLINE',
  );
  expect((await library.take(library.file('later.csv', other))).lines).toMatchObject([
    { outcome: 'taken', title: 'Lamps' },
  ]);
  const again = await library.take(file);
  expect(again.summary.counts).toMatchObject({ duplicate: 2, mentioned: 1, taken: 0 });

  await library.call('columns.change', { signature: met.signature, name: 'The board’s table' });
  expect(await onlyTable(library)).toMatchObject({ name: 'The board’s table', fields: choice });
  await library.call('columns.remove', { signature: met.signature });
  expect((await library.take(file)).summary.counts).toMatchObject({ unmapped: 1 });
});

it('columns are named with the import, too, and remembered; JSON Lines are tables with names', async () => {
  const library = await makeLibrary();
  const line = (object: object) => `${JSON.stringify(object)}\n`;
  const lines =
    line({ head: 'Wardens', text: words, meta: { link: 'https://courier.example/w', tags: ['harbour', 'papers'] } }) +
    'not an object\n' +
    line({
      head: 'Lamps',
      text: 'The new lamps stand since Tuesday.',
      more: 1,
      meta: { link: 'https://courier.example/l' },
    });
  const file = library.file('dump.jsonl', lines);
  const columns = { title: 'head', body: 'text', url: 'meta.link', tags: 'META.TAGS' };
  const grants = () => [library.core.grants.issue(file, 'read')];
  const wrong = await library.run('import.run', { grants: grants(), columns: { title: 'headline' } });
  expect(wrong.counts).toMatchObject({ unmapped: 1, taken: 0 });
  const summary = await library.run('import.run', { grants: grants(), columns });
  expect(summary.counts).toMatchObject({ taken: 2, partial: 1, unmapped: 0 });
  const { rows } = await library.call('imports.lines', { id: summary.id });
  const first = rows.find(({ title }) => title === 'Wardens');
  expect(await collectionsOf(library, first?.article)).toEqual(['Tags › harbour', 'Tags › papers']);
  expect(rows.find(({ outcome }) => outcome === 'partial')?.reason).toContain('1 of its lines');
  const { summary: again } = await library.take(file);
  expect(again.counts).toMatchObject({ duplicate: 2, unmapped: 0 });
});

it('a table without its end, or with a quotation mark that never closes, gives what stands before', async () => {
  const library = await makeLibrary();
  const columns = { title: 'Headline', url: 'Link', body: 'Copy' };
  const file = library.file(
    'cut.csv',
    `Headline,Link,Copy\nLamps,https://courier.example/l,The lamps stand.\nCut,"https://courier.exam`,
  );
  const summary = await library.run('import.run', { grants: [library.core.grants.issue(file, 'read')], columns });
  expect(summary.counts).toMatchObject({ taken: 1, refused: 1 });
  const { rows } = await library.call('imports.lines', { id: summary.id, outcome: 'refused' });
  expect(rows[0]?.reason).toMatch(/can't be read beyond row 1/u);
});

it('refuses a choice that fits no article or no column', async () => {
  const library = await makeLibrary();
  await library.take(library.file('board.csv', board));
  const { signature } = await onlyTable(library);
  await expect(library.call('columns.change', { signature, fields: { note: 1 } })).rejects.toThrow(
    /title, the address/u,
  );
  await expect(library.call('columns.change', { signature, fields: { title: 99 } })).rejects.toThrow(/doesn’t have/u);
  await expect(library.call('columns.change', { signature: 'unknown', fields: { title: 0 } })).rejects.toThrow(
    /not known/u,
  );
});
