import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { makeLibrary } from '../../support/library.ts';
import { changeStored } from '../../support/stored-revisions.ts';

it('the check names the revisions whose text has another hash, and counts the others', async () => {
  const library = await makeLibrary();
  await library.take(
    library.file('plan.txt', 'Harbour plan\n\nThe harbour plan was put off on Monday.\n'),
    library.file('ferry.txt', 'Ferry\n\nThe ferry leaves later from Monday on.\n'),
  );
  const texts = async () => (await library.run('health.check', {})).lines.find(({ check }) => check === 'texts');
  expect(await texts()).toMatchObject({ ok: true, detail: expect.stringMatching(/^2 revisions: every text/) });
  const db = new Database(join(library.path, 'library.sqlite'));
  changeStored(db, ({ text }) => (text.includes('ferry') ? { text: `${text} Really.` } : null));
  db.close();
  expect(await texts()).toMatchObject({
    ok: false,
    detail: expect.stringMatching(/^1 of 2 revisions have another text .*: revision 1 of “Ferry”/),
  });
}, 120_000);
