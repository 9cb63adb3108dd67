import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../driver/app.ts';
import { shelf } from './shelf.ts';

test('the ledger lists, narrows, confirms, corrects, rejects, undoes and leads to the passage', async ({ app }) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await page.getByRole('navigation').getByRole('link', { name: 'Statements' }).click();
  const row = page.getByRole('row', { name: /That trust was slow to build/ });
  await expect(row).toContainText('Ines Alder');
  await expect(row).toContainText('Suggested');

  await row.click();
  await page.keyboard.press('a');
  await expect(row).toContainText('Confirmed');
  await row.click();
  await page.keyboard.press('r');
  // It stays where it is until the list is asked otherwise.
  await expect(row).toContainText('Rejected');
  await page.getByRole('combobox', { name: 'State' }).selectOption('confirmed');
  await expect(row).toBeHidden();
  await page.getByRole('combobox', { name: 'State' }).selectOption('rejected');
  await expect(row).toContainText('Rejected');
  await page.getByRole('combobox', { name: 'State' }).selectOption('');
  await page.getByRole('main').focus();
  await page.keyboard.press('Control+z');
  await expect(row).toContainText('Confirmed');

  await row.click();
  await page.keyboard.press('e');
  const form = page.getByRole('dialog', { name: 'Correct the statement' });
  await form.getByLabel('Role then').fill('Commissioner of the harbour');
  await form.getByLabel('Said on').fill('2024-11-31');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toBeVisible();
  await form.getByLabel('Said on').fill('2024-11-13');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Commissioner of the harbour');
  await expect(row).toContainText('13 Nov 2024');

  const filters = page.getByRole('search', { name: 'Filters' });
  await filters.getByLabel('Said from').fill('2024-11-15');
  await expect(page.getByRole('heading', { name: 'No statement fits these filters' })).toBeVisible();
  await filters.getByLabel('Said from').fill('2024-11');
  // What nobody knows the day of is not left out without a word.
  const leftOut = page.getByText(/without a day (is|are) not shown/);
  await expect(leftOut).toBeVisible();
  const narrowed = await page.getByRole('row').count();
  await page.getByRole('button', { name: 'show', exact: true }).click();
  await expect(page.getByText('Those without a day are shown too')).toBeVisible();
  await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(narrowed);
  await expect(page.getByRole('row').filter({ hasText: 'day not stated' }).first()).toContainText(
    /published \d+ \w+ \d{4}/,
  );
  await page.getByRole('button', { name: 'hide', exact: true }).click();
  await filters.getByLabel('Speaker').fill('alder');
  await filters.getByLabel('Words').fill('deckhand');
  await filters.getByRole('combobox', { name: 'State' }).selectOption('confirmed');
  await expect(row).toBeVisible();
  await filters.getByRole('combobox', { name: 'State' }).selectOption('rejected');
  await expect(row).toBeHidden();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();

  await row.click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').locator('h1')).toContainText('Harbour wardens will not check papers');
  await expect(page.getByText('people whom a deckhand can walk up to').first()).toBeInViewport();
});

test('the exact words are copied with a citation', async ({ app }) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await page.getByRole('navigation').getByRole('link', { name: 'Statements' }).click();
  await expect(page.getByRole('row', { name: /That trust was slow to build/ })).toBeVisible();
  await page.keyboard.press('y');
  await expect(page.getByText('Copied with its citation.')).toBeVisible();
});

test('in a narrow window and at 200 % the words keep their width', async ({ app }) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await page.getByRole('navigation').getByRole('link', { name: 'Statements' }).click();
  const words = page.getByRole('row', { name: /That trust was slow to build/ }).locator('.words');
  // 640 by 400 is what a window of 1280 by 800 has at 200 %.
  for (const [width, height, least] of [
    [1024, 768, 300],
    [640, 400, 450],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(async () => (await words.boundingBox())?.width ?? 0).toBeGreaterThan(least);
    await expect(page.getByLabel('Words', { exact: true })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
  await expect(page.getByLabel('Speaker', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'More filters' }).click();
  await expect(page.getByLabel('Speaker', { exact: true })).toBeVisible();
});

test('the words of the search narrow the ledger, are said and marked; it is sorted otherwise, and by keyboard', async ({
  app,
}) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await page.getByRole('navigation').getByRole('link', { name: 'Statements' }).click();
  const row = page.getByRole('row', { name: /That trust was slow to build/ });
  await expect(row).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('speaker:alder kind:block trust');
  await expect(
    page.getByText('Read as spoken by Ines Alder, kind block, a word beginning with “trust”.'),
  ).toBeVisible();
  await expect(row.locator('mark')).toHaveText('trust');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByLabel('Words', { exact: true }).fill('speaker:okafor');
  await expect(page.getByRole('heading', { name: 'No statement fits these filters' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  for (const order of ['Found or made last', 'Least sure first', 'Speaker', 'Oldest day first']) {
    await page.getByRole('combobox', { name: 'Order' }).selectOption(order);
    await expect(row).toBeVisible();
  }
});
