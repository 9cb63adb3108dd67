import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../driver/app.ts';
import { shelf } from './shelf.ts';

async function clean(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(found, where).toEqual([]);
}

for (const theme of ['paper', 'sepia', 'night'] as const)
  test(`every room and what lies over it is clean for axe, in ${theme}`, async ({ app }) => {
    test.slow();
    const { page } = app;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(`theme ${theme}`);
    await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(`Theme: ${theme}`);
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await clean(page, 'first start');

    await app.importFiles(await shelf(app));
    await clean(page, 'import');
    const go = (room: string) => page.getByRole('navigation').getByRole('link', { name: room }).click();

    await go('Library');
    await page.getByRole('searchbox').fill('trust OR lamps');
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    await clean(page, 'library');
    await page.getByRole('searchbox').fill('xylophone');
    await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
    await clean(page, 'library, nothing found');
    await page.getByRole('searchbox').fill('trust');

    await go('Statements');
    await expect(page.getByRole('row', { name: /trust/ })).toBeVisible();
    await clean(page, 'statements');
    await page.keyboard.press('e');
    await clean(page, 'correct a statement');
    await page.keyboard.press('Escape');

    await go('People');
    await page.getByRole('listbox', { name: 'People and organisations' }).getByRole('option').first().click();
    await expect(page.getByRole('complementary', { name: 'About them' })).toBeVisible();
    await clean(page, 'people');

    await go('Export');
    await clean(page, 'export');
    await go('Health');
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect(page.getByRole('heading', { name: 'Everything is whole' })).toBeVisible();
    for (const tab of ['Integrity', 'Backups', 'Bin', 'Event log', 'Program log']) {
      await page.getByRole('tab', { name: tab }).click();
      await clean(page, `health, ${tab}`);
    }

    for (const [key, box] of [
      ['Control+k', 'Go to anything'],
      ['?', 'Keys'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog', { name: box })).toBeVisible();
      await clean(page, box);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: 'Appearance' }).click();
    await clean(page, 'appearance');
  });
