import { App, expect, test } from '../driver/app.ts';
import { shelf } from './shelf.ts';

test('a library that is open elsewhere says so, and opens for reading', async ({ app, hostName, context }) => {
  await app.importFiles(await shelf(app));
  const second = new App(app.folder, hostName, context);
  try {
    await second.start();
    const { page } = second;
    await expect(page.getByRole('heading', { name: 'This library is open elsewhere' })).toBeVisible();
    await page.getByRole('button', { name: 'Open for reading' }).click();

    await expect(page.getByText('Open for reading only.')).toBeVisible();
    await page.getByRole('searchbox').fill('trust timetable');
    await expect(page.getByRole('option', { name: /Marrow Bay ferry/ })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Bin' })).toBeHidden();
    await page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
    await expect(page.getByRole('button', { name: 'Add articles…' })).toBeHidden();
    await expect(page.getByText('nothing can be taken in')).toBeVisible();
  } finally {
    await second.kill();
  }
});
