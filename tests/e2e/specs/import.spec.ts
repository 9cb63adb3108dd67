import { expect, test } from '../driver/app.ts';
import { shelf } from './shelf.ts';

test('a folder with good and bad files is taken in, and every file has its line in the report', async ({ app }) => {
  const { page } = app;
  const [first = ''] = await shelf(app);
  await app.file('shelf/empty.txt', '');
  await app.file('shelf/deep/binary.html', new Uint8Array([0, 1, 2, 3, 255, 254, 0, 0, 7, 0, 9, 1, 0, 0, 200, 3]));
  await app.file(
    'shelf/deep/lamps-again.txt',
    'A second voice on the lamps\n\nThe lamps are too bright, says Ola Brandt.\n',
  );
  await app.file('shelf/same.md', await import('node:fs/promises').then(({ readFile }) => readFile(first)));

  await page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
  const folder = first.slice(0, first.lastIndexOf('shelf') + 'shelf'.length);
  await app.choose([folder], () => page.getByRole('main').getByRole('button', { name: 'Add a folder…' }).click());
  await app.importEnded();

  const filter = page.getByRole('group', { name: 'Report' });
  await expect(filter.getByRole('button', { name: 'All 8' })).toBeVisible();
  await expect(filter.getByRole('button', { name: 'Taken 5' })).toBeVisible();
  await expect(filter.getByRole('button', { name: 'Already there 1' })).toBeVisible();

  const lines = page.getByRole('listbox', { name: 'Lines of the report' });
  await filter.getByRole('button', { name: 'Refused 2' }).click();
  await expect(lines.getByRole('option')).toHaveCount(2);
  await expect(lines.getByRole('option', { name: /empty\.txt/ })).toContainText(/empty/i);
  await expect(lines.getByRole('option', { name: /binary\.html/ })).toContainText(/binary/i);

  await filter.getByRole('button', { name: 'Taken 5' }).click();
  await expect(lines.getByRole('option')).toHaveCount(5);
  await lines.getByRole('option', { name: /ferry\.md/ }).dblclick();
  await expect(page.getByRole('main').locator('h1')).toContainText('Marrow Bay ferry fares rise again');
});

test('the same folder again is recognised, and earlier reports stay readable', async ({ app }) => {
  const { page } = app;
  const paths = await shelf(app);
  await app.importFiles(paths);
  await app.importFiles(paths);
  const filter = page.getByRole('group', { name: 'Report' });
  await expect(filter.getByRole('button', { name: 'Already there 4' })).toBeVisible();
  const earlier = page.getByRole('region', { name: 'Earlier imports' });
  await expect(earlier.getByRole('button')).toHaveCount(2);
  await earlier.getByRole('button', { name: /4 taken/ }).click();
  await expect(filter.getByRole('button', { name: 'Taken 4' })).toBeVisible();
});

test('files that are dropped anywhere on the window are taken in', async ({ app }) => {
  const { page } = app;
  const path = await app.file('dropped.txt', 'A drop in the harbour\n\nIt was dropped on Wednesday.\n');
  await app.drop([path], page.locator('body'));
  await app.importEnded();
  await expect(page.getByRole('listbox', { name: 'Lines of the report' })).toContainText('A drop in the harbour');
});
