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

it('find-statements tells what was found, and names the articles in which it can’t look', async () => {
  const library = join(folder, 'Library');
  const said = '“The quay stays closed until the board has met,” said harbour master Ada Vale.';
  for (const title of ['Quay', 'Basin'])
    writeFileSync(
      join(folder, `${title}.html`),
      page({
        title,
        body: ['The harbour board of Port Ellery met on Tuesday.', said, `Nobody but this says ${title}.`],
      }),
    );
  const taken = await runTerminal('import', library, join(folder, 'Basin.html'), join(folder, 'Quay.html'), '--json');
  const [basin, quay] = taken.objects.map(({ article }) => String(article));
  if (basin === undefined || quay === undefined) throw new Error(taken.stderr);
  const database = new Database(join(library, 'library.sqlite'));
  // An older version found nobody's words.
  database.exec('DELETE FROM statements');
  database
    .prepare(
      'UPDATE revision_contents SET words = substr(words, 1, 20) WHERE revision = (SELECT current_revision FROM articles WHERE uuid = ?)',
    )
    .run(basin);
  database.close();

  expect((await runTerminal('find-statements', library)).stderr).toContain(
    'Give either --article, --collection or --all',
  );
  const all = await runTerminal('find-statements', library, '--all', '--json');
  expect(all.code).toBe(2);
  expect(all.objects).toEqual([
    { article: basin, outcome: 'failed', reason: expect.stringContaining('can’t be read') },
    {
      summary: {
        unchanged: 0,
        renewed: 1,
        failed: 1,
        suggestions: { added: 1, changed: 0, gone: 0 },
        cancelled: false,
      },
    },
  ]);
  const again = await runTerminal('find-statements', library, '--article', quay);
  expect(again.code).toBe(0);
  expect(again.stdout).toContain('1 unchanged, 0 with other suggestions, 0 failed. Suggestions: 0 new');
  const statements = await runTerminal('statements', library, '--json');
  expect(statements.objects).toEqual([
    expect.objectContaining({ article: quay, speaker: expect.objectContaining({ name: 'Ada Vale' }) }),
  ]);
});
