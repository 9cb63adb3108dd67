import { expect, test } from '../driver/app.ts';
import { openArticle, painted } from '../driver/reader.ts';
import { shelf } from './shelf.ts';

test('the palette goes to articles in spite of typing errors, to people, and runs commands', async ({ app }) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('combobox', { name: 'Go to anything' });
  const first = page.getByRole('dialog').getByRole('option').first();
  await expect(palette).toBeFocused();
  await palette.fill('marow bay fery');
  await expect(first).toContainText('Marrow Bay ferry fares rise again');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').locator('h1')).toContainText('Marrow Bay ferry fares rise again');

  await page.keyboard.press('Control+k');
  await palette.fill('ines aldr');
  await expect(first).toContainText('Ines Alder');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Ines Alder' }).getByRole('heading', { level: 2 })).toHaveText(
    'Ines Alder',
  );
  await expect(page.getByRole('listbox', { name: 'Statements' })).toContainText('That trust was slow to build.');

  await page.keyboard.press('Control+k');
  await palette.fill('theme night');
  await expect(first).toContainText('Theme: night');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
});

test('the palette has the commands of the room one is in, and does them to what is chosen there', async ({ app }) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  const palette = page.getByRole('combobox', { name: 'Go to anything' });
  const offered = page.getByRole('dialog').getByRole('option').filter({ hasText: 'Highlight the selection' });
  await page.keyboard.press('Control+k');
  await palette.fill('highlight the selection');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await expect(offered).toHaveCount(0);
  await page.keyboard.press('Escape');

  await openArticle(page, 'Harbour wardens will not check papers');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+k');
  await expect(palette).toBeFocused();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => String(document.getSelection()))).toContain('Harbour Commissioner');
  await page.keyboard.press('Control+k');
  await palette.fill('highlight the selection');
  await expect(offered).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await painted(page, 'amber')).length).toBe(1);
});

test('the menu’s commands work in their room, and say so where they have nothing to work on', async ({ app }) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  if (!(await app.menu('highlight'))) return;
  await expect(page.getByText('Open an article first.')).toBeVisible();
  await openArticle(page, 'Harbour wardens will not check papers');
  await app.menu('find-in-article');
  await expect(page.locator('.find-bar input')).toBeFocused();
});

test('? shows the keys of the room, and Escape gives the room back', async ({ app }) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await page.getByRole('navigation').getByRole('link', { name: 'Statements' }).click();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByRole('heading', { name: 'Statements' })).toBeVisible();
  await expect(keys).toContainText('Copy with citation');
  await expect(keys.getByText('Filter by words')).toBeVisible();
  await expect(keys.getByText('Search', { exact: true })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
});

test('codes are made, renamed, put under one another and deleted in their panel', async ({ app }) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('manage codes');
  await page.getByRole('option', { name: /Manage codes/ }).click();
  const panel = page.getByRole('dialog', { name: 'Codes' });
  await panel.getByRole('button', { name: 'New code' }).click();
  await expect(panel.getByLabel('Name')).toHaveValue('New code');
  await panel.getByLabel('Name').fill('policy');
  await panel.getByLabel('Definition').fill('What an office says it will do.');
  await panel.getByRole('radio', { name: 'Teal' }).check();
  await expect(panel.getByRole('button', { name: 'policy' })).toBeVisible();
  await panel.getByRole('button', { name: 'New code' }).click();
  await expect(panel.getByLabel('Name')).toHaveValue('New code');
  await panel.getByLabel('Name').fill('continuity');
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('button', { name: 'continuity' })).toBeVisible();
  await panel.getByLabel('Under').selectOption({ label: 'policy' });
  await expect(panel.getByRole('group', { name: 'policy › continuity' })).toBeVisible();
  await panel.getByRole('button', { name: 'Move to the bin' }).click();
  await expect(panel.getByRole('button', { name: 'continuity' })).toBeHidden();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('region', { name: 'Codes' })).toContainText('continuity');
});
