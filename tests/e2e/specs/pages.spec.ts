import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { simplePdf } from '../../support/pdf-writer.ts';
import { expect, test } from '../driver/app.ts';
import { articleOf, openArticle } from '../driver/reader.ts';

const title = 'Silt in Gannet Cove: what was measured';

async function clean(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(found, where).toEqual([]);
}

test('a PDF shows where its pages begin, and each page as it was made, by keyboard', async ({ app }) => {
  const { page } = app;
  await app.importFiles([app.fixture('pdf/report.pdf')]);
  await openArticle(page, title);
  const marks = articleOf(page).getByRole('button', { name: /^Page \d+: show it$/ });
  await expect(marks).toHaveText(['1', '2']);
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await clean(page, `reader, ${theme}`);
  }

  await marks.last().focus();
  await page.keyboard.press('Enter');
  const box = page.getByRole('dialog', { name: 'Page of report.pdf' });
  await expect(box.getByRole('img', { name: 'Page 2, as it was made' })).toBeVisible();
  await expect(box.getByRole('status')).toHaveText('Page 2 of 2');
  await expect(box.getByRole('button', { name: 'Next page' })).toBeDisabled();
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await clean(page, `a page, ${theme}`);
  }
  await box.getByRole('button', { name: 'Previous page' }).focus();
  await page.keyboard.press('Enter');
  await expect(box.getByRole('img', { name: 'Page 1, as it was made' })).toBeVisible();
  await expect(box.getByRole('status')).toHaveText('Page 1 of 2');

  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await expect(marks.last()).toBeFocused();
});

test('a scanned PDF is taken in part, and its page can still be looked at', async ({ app }) => {
  const { page } = app;
  await app.importFiles([await app.file('scan-0012.pdf', simplePdf({ pages: [{ words: [] }] }))]);
  const line = page.getByRole('listbox', { name: 'Lines of the report' }).getByRole('option', { name: /scan-0012/ });
  await expect(line).toContainText('It holds no text');
  await openArticle(page, 'scan-0012');
  await page
    .getByRole('button', { name: /details/i })
    .first()
    .click();
  await page.getByRole('button', { name: 'Show page 1' }).click();
  await expect(page.getByRole('dialog').getByRole('img', { name: 'Page 1, as it was made' })).toBeVisible();
  await clean(page, 'the page of a scan');
});
