import { readdir, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../driver/app.ts';
import { shelf } from './shelf.ts';

async function clean(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(found, where).toEqual([]);
}

test('a backup is looked at and restored; what was there is set aside and comes back in the same way', async ({
  app,
}) => {
  test.slow();
  const { page } = app;
  await app.importFiles(await shelf(app));
  const rail = page.getByRole('navigation');
  await rail.getByRole('link', { name: 'Health' }).click();
  await page.getByRole('tab', { name: 'Backups' }).click();
  await page.getByRole('button', { name: 'Back up now' }).click();
  const rows = page.getByRole('list', { name: 'Backups' }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Look whether they are whole' }).click();
  await expect(rows.first()).toContainText('Whole');
  await clean(page, 'backups');

  await rail.getByRole('link', { name: 'Library' }).click();
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(4);
  await page.keyboard.press('Delete');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(3);

  await rail.getByRole('link', { name: 'Health' }).click();
  await rows
    .first()
    .getByRole('button', { name: /^Restore the backup of/ })
    .click();
  const question = page.getByRole('dialog', { name: 'Restore this backup?' });
  await expect(question).toContainText('set aside');
  await clean(page, 'restore?');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await rows
    .first()
    .getByRole('button', { name: /^Restore the backup of/ })
    .click();
  await question.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(rail.getByRole('link', { name: /^Library 4/ })).toBeVisible();
  const aside = rows.filter({ hasText: 'set aside' });
  await expect(aside).toHaveCount(1);
  await aside.getByRole('button', { name: /^Restore the backup of/ }).click();
  await question.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(rail.getByRole('link', { name: /^Library 3/ })).toBeVisible();

  // What was set aside takes room until a person removes it.
  await expect(aside).toHaveCount(2);
  await expect(page.getByText(/^2 of them were set aside \(.*B\)/)).toBeVisible();
  await clean(page, 'set aside');
  const removal = page.getByRole('dialog', { name: 'Remove what was set aside?' });
  await aside
    .first()
    .getByRole('button', { name: /^Remove what was set aside on/ })
    .click();
  await expect(removal).toContainText('for good');
  await clean(page, 'remove?');
  await removal.getByRole('button', { name: 'Cancel' }).click();
  await expect(aside).toHaveCount(2);
  await aside
    .first()
    .getByRole('button', { name: /^Remove what was set aside on/ })
    .click();
  await removal.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(aside).toHaveCount(1);
  await expect(rows.filter({ hasText: 'by hand' }).getByRole('button', { name: /^Remove/ })).toHaveCount(0);
});

for (const theme of ['light', 'dark'] as const)
  test(`a lost library is rebuilt from its originals, in the ${theme} theme`, async ({ app }) => {
    test.slow();
    await app.importFiles(await shelf(app));
    await app.close();
    for (const name of await readdir(app.library))
      if (/^library\.sqlite-/.test(name)) await rm(join(app.library, name));
    await truncate(join(app.library, 'library.sqlite'), 0);
    await app.start();
    const { page } = app;
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.getByRole('heading', { name: 'The library could not be opened' })).toBeVisible();
    await expect(page.getByText(/beside \d+ originals/)).toBeVisible();
    await clean(page, 'lost library');
    await page.getByRole('button', { name: 'Rebuild from the originals…' }).click();
    const question = page.getByRole('dialog', { name: 'Rebuild the library from its originals?' });
    await expect(question).toContainText('do not');
    await clean(page, 'rebuild?');
    await question.getByRole('button', { name: 'Rebuild', exact: true }).click();
    await expect(page.getByRole('navigation').getByRole('link', { name: /^Library 4/ })).toBeVisible();
    await clean(page, 'rebuilt');
  });
