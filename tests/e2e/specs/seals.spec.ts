import { appendFile, chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { openWritable } from '../../../db/open.ts';
import { sha256Of } from '../../../main/core/originals/hash.ts';
import { changeStored } from '../../support/stored-revisions.ts';
import { type App, expect, test } from '../driver/app.ts';
import { cardsOf, openArticle } from '../driver/reader.ts';

const title = 'Harbour wardens will not check papers';
test.use({ seed: ['reading/wardens.md'] });

/** The card of the commissioner's statement, and the box that its seal opens. */
function parts({ page }: App) {
  return {
    card: cardsOf(page).filter({ hasText: 'Ines Alder' }).first(),
    box: page.getByRole('dialog', { name: 'The words and their original' }),
  };
}

test('a seal shows the passage in the original’s own words', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  const { card, box } = parts(app);
  await card.getByRole('button', { name: 'Exact in the original' }).click();
  await expect(box.getByRole('status')).toHaveText('Exact in the original');
  await expect(box.locator('mark')).toContainText('That trust was slow to build');
  await expect(box).toContainText('wardens.md');
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
});

test('a tampered original: exact in the reading copy, and nobody can tell more', async ({ app }) => {
  await app.close();
  const folder = join(app.library, 'originals');
  for (const name of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (name.isFile()) {
      const path = join(name.parentPath, name.name);
      await chmod(path, 0o600);
      await appendFile(path, '\nNobody said this.\n');
    }
  await app.start();
  const { page } = app;
  await openArticle(page, title);
  const { card, box } = parts(app);
  await card.getByRole('button', { name: 'Exact in the original' }).click();
  await expect(box.getByRole('status')).toHaveText('Exact in the reading copy');
  await expect(box).toContainText('was changed in the originals folder');
  await page.keyboard.press('Escape');
  // What was found out is known from then on, and nothing is copied as if it were proved.
  await expect(card.getByRole('button', { name: 'Exact in the reading copy' })).toBeVisible();
  await card.getByRole('button', { name: /Copy \+ cite/ }).click();
  await expect(page.locator('.notices')).toContainText('was changed in the originals folder');

  await page.getByRole('navigation').getByRole('link', { name: 'Statements' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'slow to build' })).toContainText('Exact in the reading copy');
});

test('a tampered revision: changed, beside the words of the original', async ({ app }) => {
  await app.close();
  const db = openWritable(join(app.library, 'library.sqlite'));
  const other = (words: string) => words.replaceAll('slow to build', 'slow to break');
  changeStored(db, ({ text, document }) => ({
    text: other(text),
    sha256: sha256Of(other(text)),
    document: other(document),
  }));
  db.close();
  await app.start();
  const { page } = app;
  await openArticle(page, title);
  const { card, box } = parts(app);
  await card.getByRole('button', { name: 'Changed' }).click();
  await expect(box.getByRole('status')).toHaveText('Changed');
  await expect(box).toContainText('These words differ from their original');
  await expect(box.locator('mark')).toContainText('That trust was slow to build');
  await expect(box.getByText('That trust was slow to break')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toContainText('Differs from its original');
  // Nothing of it is copied as somebody's words.
  await card.getByRole('button', { name: /Copy \+ cite/ }).click();
  await expect(page.locator('.notices')).toContainText('were not given out');

  await page.getByRole('navigation').getByRole('link', { name: 'Statements' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'slow to break' })).toContainText('Changed');
});
