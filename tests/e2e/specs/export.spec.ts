import { AxeBuilder } from '@axe-core/playwright';
import { App, expect, test } from '../driver/app.ts';
import { searchFor } from '../driver/reader.ts';
import { shelf } from './shelf.ts';

/**
 * What the terminal tells of a library, without what belongs to the library itself: when it took its files in, what
 * it compared with its originals, and which package it has a statement from.
 */
async function everything(app: App): Promise<unknown> {
  const { code, stderr, objects } = await app.terminal('show', '--all', '--format', 'json');
  expect(code, stderr).toBe(0);
  return objects()
    .map(({ captures: _, verbatim: __, ...article }) =>
      JSON.stringify(article, (key, value) => (key === 'fromPackage' ? undefined : value)),
    )
    .map((article) => JSON.parse(article) as Readonly<Record<string, unknown>>)
    .sort((a, b) => String(a.id).localeCompare(String(b.id)));
}

test('a library goes out as a package and comes back in a fresh one, with nothing lost', async ({
  app,
  hostName,
  context,
}) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await page.getByRole('navigation').getByRole('link', { name: 'Statements' }).click();
  await page.getByRole('row', { name: /That trust was slow to build/ }).click();
  await page.keyboard.press('a');
  await expect(page.getByRole('row', { name: /That trust was slow to build/ })).toContainText('Confirmed');

  await page.getByRole('navigation').getByRole('link', { name: 'Export' }).click();
  await page.getByRole('radio', { name: /^BagIt in one zip file/ }).check();
  const bag = await app.save('shelf.zip', () => page.getByRole('button', { name: /^Export/ }).click());
  await expect(page.getByRole('heading', { name: 'Exported', exact: true })).toBeVisible();
  await expect(page.getByText('4 articles, 3 statements')).toBeVisible();
  const before = await everything(app);
  await app.close();

  const fresh = new App(`${app.folder}/fresh`, hostName, context);
  try {
    await fresh.start();
    await fresh.importFiles([bag]);
    await expect(fresh.page.getByRole('group', { name: 'Report' })).toContainText('Taken');
    expect(await everything(fresh)).toEqual(before);
    // That a person confirmed the statement was told by the package, and no person here has.
    await fresh.page.getByRole('navigation').getByRole('link', { name: 'Statements' }).click();
    await expect(fresh.page.getByRole('row', { name: /That trust was slow to build/ })).toContainText('shelf.zip');
  } finally {
    await fresh.close();
  }
  await app.start();
});

test('a search goes out alone, each way of handing over says what it is for', async ({ app }) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await searchFor(page, 'ferry');
  await expect(page.locator('.understood b')).toHaveText('1 article');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await expect(page.getByRole('radio', { name: /^Chosen articles 1 article/ })).toBeChecked();
  await page.getByRole('radio', { name: /^A search/ }).check();
  await expect(page.getByRole('button', { name: /^Export/ })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Search' }).fill('from:observer');
  await page.getByRole('radio', { name: /^Markdown/ }).check();
  await app.save('observer', () => page.getByRole('button', { name: /^Export/ }).click());
  await expect(page.getByText('2 articles, 1 statement')).toBeVisible();
});

test('before one article goes out, its log is shown line by line; another file’s name is not in it', async ({
  app,
}) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await searchFor(page, 'ferry');
  await expect(page.locator('.understood b')).toHaveText('1 article');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  const shown = page.getByRole('region', { name: 'What will be handed over' });
  await expect(shown).toContainText('Articles1');
  await shown.getByText('Event log').focus();
  await page.keyboard.press('Enter');
  await shown.getByText('Taken in').focus();
  await page.keyboard.press('Enter');
  await expect(shown.getByRole('listitem').filter({ hasText: 'Taken from the original' })).toHaveCount(1);
  await expect(shown).not.toContainText('.html');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await page.getByRole('radio', { name: /^Markdown/ }).check();
  await expect(shown).toContainText('This format carries no event log.');
});
