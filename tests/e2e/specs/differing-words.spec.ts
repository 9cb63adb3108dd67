import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openWritable } from '../../../db/open.ts';
import { sha256Of } from '../../../main/core/originals/hash.ts';
import { changeStored } from '../../support/stored-revisions.ts';
import { type App, expect, test } from '../driver/app.ts';
import { cardsOf, openArticle } from '../driver/reader.ts';

const title = 'Harbour wardens will not check papers';
const line = 'Differs from its original';
const whole = /These words differ from their original: .*does not hold .*They are neither cited nor exported\./;
test.use({ seed: ['reading/wardens.md'] });

async function clean(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(found, where).toEqual([]);
}

/** Words of the reading copy become others, as a forger who knows the library's shape would make them. */
async function forge(app: App): Promise<void> {
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
}

test('words that differ from their original say so in every room, once a check or a citation has found it', async ({
  app,
}) => {
  test.slow();
  await app.importFiles([app.fixture('reading/wardens-revised.md')]);
  await forge(app);
  const { page } = app;
  const go = (room: string) => page.getByRole('navigation').getByRole('link', { name: room }).click();

  // Nobody has compared yet; a citation is refused, and from then on every list knows.
  await go('Statements');
  await expect(page.getByRole('row', { name: /slow to break/ })).toBeVisible();
  await page.keyboard.press('y');
  await expect(page.getByRole('alert').or(page.locator('.notices'))).toContainText('were not given out');
  const row = page.getByRole('row', { name: /slow to break/ });
  await expect(row.getByText(line)).toBeVisible();
  await expect(row.getByText(line)).toHaveAttribute('title', whole);
  await clean(page, 'statements');

  await go('Library');
  await expect(page.getByRole('option').getByText(line)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Preview' }).getByRole('note')).toContainText(whole);
  await clean(page, 'library with its preview');

  await openArticle(page, title);
  await expect(page.getByRole('article').getByRole('note')).toContainText(whole);
  await expect(page.locator('.reader-bar').getByText(line)).toBeVisible();
  await expect(cardsOf(page).first().getByText(line)).toBeVisible();
  await expect(cardsOf(page).first()).not.toContainText('Exact in the original');
  await clean(page, 'reader');

  // Earlier revisions have a state of their own, which a check of everything finds.
  await go('Health');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('heading', { name: /found something/ })).toBeVisible();
  await openArticle(page, title);
  await page.getByRole('button', { name: 'Compare with revision 1' }).click();
  await expect(page.getByRole('region', { name: 'Left' }).getByText(line)).toHaveAttribute('title', whole);
  await expect(page.getByRole('region', { name: 'Right' }).getByText(line)).toHaveAttribute('title', whole);
  await expect(page.getByRole('note')).toHaveCount(2);
  await clean(page, 'compare');
});
