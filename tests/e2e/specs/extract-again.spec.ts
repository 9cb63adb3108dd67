import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { changeStored } from '../../support/stored-revisions.ts';
import { type App, expect, test } from '../driver/app.ts';
import { articleOf, cardsOf, openArticle, selectByMouse } from '../driver/reader.ts';

const title = 'North quay to close for three weeks';
const dropped = 'every letter will be answered there before the work begins';
test.use({ seed: ['reading/quay.html'] });

/** Leaves the library as an older version would have: with a paragraph less, and a log without places. */
async function asOlder(app: App): Promise<void> {
  await app.close();
  const database = new Database(join(app.library, 'library.sqlite'));
  database.exec(
    `UPDATE revisions SET extractor = 'html/0', metadata = json_set(metadata, '$.title', '${title} | Courier')`,
  );
  changeStored(database, ({ removals }) => ({
    removals: JSON.stringify(
      (JSON.parse(removals) as Record<string, unknown>[]).map(({ place: _, ...entry }) => entry),
    ),
  }));
  database.close();
  await app.start();
}

async function clean(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(found, where).toEqual([]);
}

const box = (page: Page) => page.getByRole('dialog', { name: 'Extract again' });

test('Health says what an older extractor made, and reads it again', async ({ app }) => {
  await asOlder(app);
  const { page } = app;
  await page.getByRole('navigation').getByRole('link', { name: 'Health' }).click();
  await expect(page.getByText('1 article was made by an older extractor')).toBeVisible();
  await page.getByRole('button', { name: 'Extract again…' }).click();
  await expect(box(page)).toContainText('everything that an older extractor made');
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await clean(page, theme);
  }
  // The box begins at what it is for, so Enter is enough.
  await page.keyboard.press('Enter');
  await expect(box(page)).toContainText('1 article with a new revision');
  await clean(page, 'the result');
  await page.keyboard.press('Escape');
  await expect(page.getByText('made by an older extractor')).toHaveCount(0);
  await page.getByRole('tab', { name: 'Event log' }).click();
  await expect(page.getByText(/^Extracted again \(everything\): 0 unchanged, 1 with a new revision/)).toBeVisible();
  await openArticle(page, title);
  await expect(page.locator('#reader-headline')).toHaveText(title);
});

test('one article is read again from the reader, and the revision before made current again', async ({ app }) => {
  await openArticle(app.page, title);
  await selectByMouse(app.page, dropped);
  await app.page.keyboard.press('h');
  // Verbatim is ended next: what is not made yet would not be there afterwards.
  await expect(cardsOf(app.page)).toHaveCount(1);
  await asOlder(app);
  const { page } = app;
  await openArticle(page, title);
  await page.getByRole('button', { name: /Left out of the article/ }).click();
  await expect(page.getByText('didn’t keep where these passages stood')).toBeVisible();
  await expect(page.locator('.put-back')).toHaveCount(0);
  await page.getByRole('button', { name: 'Extract again' }).click();
  await box(page).getByRole('button', { name: 'Extract again' }).click();
  await expect(box(page)).toContainText('Marks in the new revisions: 1 exact.');
  await box(page).getByRole('button', { name: 'Close' }).last().click();
  await expect(page.locator('#reader-headline')).toHaveText(title);
  await expect(page.locator('.put-back').first()).toBeVisible();
  await expect(cardsOf(page)).toHaveCount(1);

  await articleOf(page)
    .getByRole('button', { name: /details/ })
    .click();
  await expect(articleOf(page)).toContainText('the extractor of this version');
  await page.getByRole('button', { name: /^Revision 1, file dated/ }).click();
  await page.getByRole('button', { name: 'Make this one current' }).click();
  await expect(page.locator('#reader-headline')).toHaveText(`${title} | Courier`);
  await expect(page.locator('.notices')).toContainText('Revision 1 made the current one.');
  await page.keyboard.press('Control+z');
  await expect(page.locator('#reader-headline')).toHaveText(title);
});

test('what is chosen or looked for in the Library is read again', async ({ app }) => {
  await asOlder(app);
  const { page } = app;
  await page.getByRole('navigation').getByRole('link', { name: 'Library' }).click();
  await page.getByRole('searchbox').fill('quay');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await page.getByRole('button', { name: 'Extract again…' }).click();
  await expect(box(page)).toContainText('what the search “quay” finds');
  await page.keyboard.press('Escape');
  await page.getByRole('listbox').getByRole('option').click();
  await page.getByRole('button', { name: 'Extract again', exact: true }).click();
  await expect(box(page)).toContainText('1 chosen article');
  await page.keyboard.press('Enter');
  await expect(box(page)).toContainText('1 article with a new revision');
});
