import { expect, test } from '../driver/app.ts';

test('a first start offers the sample collection, which can be searched and read at once', async ({ app }) => {
  const { page } = app;
  await expect(page.getByRole('heading', { name: 'An archive for what was said' })).toBeVisible();
  await expect(page.getByText('a town that was made up')).toBeVisible();
  await page.getByRole('button', { name: 'Open sample collection' }).click();

  const results = page.getByRole('listbox', { name: 'Articles' });
  await expect(results.getByRole('option').first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('navigation').getByRole('link', { name: /^Library (2[5-9]|3\d)/ })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByRole('button', { name: /^Sample collection/ })).toBeVisible();

  await page.getByRole('searchbox').fill('speaker:voss trust');
  await expect(page.locator('.understood')).toContainText('spoken by');
  await expect(results.locator('mark').first()).toContainText(/trust/i);
  await results.getByRole('option').first().dblclick();
  await expect(page.getByRole('main').locator('h1')).toBeVisible();
});

test('adding articles is offered too, and the keyboard reaches everything', async ({ app }) => {
  const { page } = app;
  const path = await app.file('pier.txt', 'Port Ellery will rebuild its pier\n\nThe council agreed on Tuesday.\n');
  await app.choose([path], async () => {
    const add = page.getByRole('button', { name: 'Add articles…' });
    await add.focus();
    await page.keyboard.press('Enter');
  });
  await app.importEnded();
  await expect(page.getByRole('listbox', { name: 'Lines of the report' })).toContainText('pier.txt');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option', { name: /Port Ellery will rebuild its pier/ })).toBeVisible();
});
