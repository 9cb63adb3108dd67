import { expect, test } from '../driver/app.ts';
import { shelf } from './shelf.ts';

test('a folder with good and bad files is taken in, and every file has its line in the report', async ({ app }) => {
  const { page } = app;
  const [first = ''] = await shelf(app);
  await app.file(
    'shelf/court.html',
    `<!doctype html><html lang="en"><head><title>Court hears the harbour case | Tidewater Record</title>
    <meta property="og:site_name" content="Tidewater Record"></head><body><nav><a href="/">Home</a></nav>
    <article><h1>Court hears the harbour case</h1>
    <p>The maritime court in Quillon heard the case of the harbour wardens for six hours on Tuesday.</p>
    <p>Three witnesses spoke, and the judges asked each of them about the charter of 1902 and what it forbids.</p>
    <p>A ruling is expected before the summer, the court’s clerk said when the doors had closed.</p></article></body></html>`,
  );
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
  await expect(filter.getByRole('button', { name: 'All 9' })).toBeVisible();
  await expect(filter.getByRole('button', { name: 'Taken 6' })).toBeVisible();
  await expect(filter.getByRole('button', { name: 'Already there 1' })).toBeVisible();

  const lines = page.getByRole('listbox', { name: 'Lines of the report' });
  await filter.getByRole('button', { name: 'Refused 2' }).click();
  await expect(lines.getByRole('option')).toHaveCount(2);
  await expect(lines.getByRole('option', { name: /empty\.txt/ })).toContainText(/empty/i);
  await expect(lines.getByRole('option', { name: /binary\.html/ })).toContainText(/binary/i);

  await filter.getByRole('button', { name: 'Taken 6' }).click();
  await expect(lines.getByRole('option')).toHaveCount(6);
  await expect(lines.getByRole('option', { name: /court\.html/ })).toContainText('Court hears the harbour case');
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
  await expect(page.getByRole('button', { name: 'Add articles…' })).toBeVisible();
  await app.drop([path], page.locator('body'));
  await app.importEnded();
  await expect(page.getByRole('listbox', { name: 'Lines of the report' })).toContainText('A drop in the harbour');
});
