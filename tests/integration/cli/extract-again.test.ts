import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, it, vi } from 'vitest';
import { page } from '../../support/library.ts';
import { runTerminal } from './run-terminal.ts';

// Each command is a process of its own, and a machine may be busy.
vi.setConfig({ testTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'verbatim-test-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('extract-again tells a line for each article, then the summary', async () => {
  const library = join(folder, 'Library');
  const body = [
    'The north quay will close on Monday for three weeks, the harbour board decided at its meeting on Tuesday.',
    'The board of Port Ellery meets on Thursday, and the basin stays open until then, as it does every year.',
  ];
  for (const title of ['Quay', 'Basin'])
    writeFileSync(
      join(folder, `${title}.html`),
      page({ title, body: [...body, `${title} is the word that only this one has.`] }),
    );
  const taken = await runTerminal('import', library, join(folder, 'Basin.html'), join(folder, 'Quay.html'), '--json');
  const [basin, quay] = taken.objects.map(({ article }) => String(article));
  if (basin === undefined || quay === undefined) throw new Error(taken.stderr);
  const database = new Database(join(library, 'library.sqlite'));
  // An older extractor took the basin's page for another title.
  database.exec(`UPDATE revisions SET extractor = 'html/0'`);
  database
    .prepare(
      `UPDATE revisions SET metadata = json_set(metadata, '$.title', 'Basin | Courier') WHERE article = (SELECT id FROM articles WHERE uuid = ?)`,
    )
    .run(basin);
  database.close();

  expect((await runTerminal('extract-again', library)).stderr).toContain(
    'Give either --article, --collection or --all',
  );
  const one = await runTerminal('extract-again', library, '--article', quay, '--json');
  expect(one.code).toBe(0);
  expect(one.objects).toEqual([
    { article: quay, outcome: 'unchanged' },
    {
      summary: {
        unchanged: 1,
        mended: 0,
        revision: 0,
        failed: 0,
        cancelled: false,
        placed: { exact: 0, moved: 0, changed: 0, lost: 0 },
      },
    },
  ]);

  const all = await runTerminal('extract-again', library, '--all', '--json');
  expect(all.objects.slice(0, 2)).toEqual(
    expect.arrayContaining([
      { article: quay, outcome: 'unchanged', reason: 'It was made by the present extractor.' },
      {
        article: basin,
        outcome: 'revision',
        revision: expect.stringMatching(/^[0-9a-f-]{36}$/),
        placed: { exact: 0, moved: 0, changed: 0, lost: 0 },
      },
    ]),
  );
  expect(all.objects[2]).toMatchObject({ summary: { unchanged: 1, revision: 1, failed: 0 } });
  const shown = await runTerminal('articles', library, '--json');
  expect(shown.objects.map(({ title }) => title).sort()).toEqual(['Basin', 'Quay']);

  const nobody = '01930000-0000-7000-8000-000000000000';
  const none = await runTerminal('extract-again', library, '--article', nobody, '--json');
  expect(none.code).toBe(2);
  expect(none.objects[0]).toMatchObject({ article: nobody, outcome: 'failed' });
});
