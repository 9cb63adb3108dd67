import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../driver/app.ts';

const fixture = (name: string) => readFile(new URL(`../../fixtures/exports/${name}`, import.meta.url), 'utf8');

const wardens = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Wardens won’t check papers</title>
<link rel="canonical" href="https://courier.example/2024/11/wardens"></head>
<body><article><h1>Wardens won’t check papers</h1>
<p>“Nobody who calls the harbour office will be asked for papers,” Ines Alder said on Thursday evening.</p>
<p>Wardens had gone out in three boats, and nobody had asked them for papers either.</p></article></body></html>`;

test('pages that a list tells of are awaited, found, let go of, and get their marks when they come', async ({
  app,
}) => {
  const { page } = app;
  await app.importFiles([
    await app.file('part_000000.csv', await fixture('pocket.csv')),
    await app.file('bookmarks.html', await fixture('bookmarks.html')),
    await app.file('highlights.json', await fixture('pocket-annotations.json')),
  ]);
  await expect(page.getByRole('button', { name: /No content here/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Refused/ })).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('awaited');
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Awaited pages');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Awaited pages' })).toBeVisible();
  const list = page.getByRole('listbox', { name: 'Awaited pages' });
  await expect(list.getByRole('option')).toHaveCount(4);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await page.getByRole('searchbox').fill('ferries');
  await expect(list.getByRole('option')).toHaveCount(2);
  await list.focus();
  // Files of one import are read side by side: which of the two lists was read first isn't said.
  const [first = '', second = ''] = await list.getByRole('option').allInnerTexts();
  await page.keyboard.press('j');
  await expect(list.getByRole('option', { selected: true })).toHaveText(second, { useInnerText: true });
  await page.keyboard.press('Delete');
  await expect(list.getByRole('option')).toHaveText([first], { useInnerText: true });
  await page.keyboard.press('Control+z');
  await expect(list.getByRole('option')).toHaveText([first, second], { useInnerText: true });
  await page.getByRole('searchbox').fill('');
  await page.getByRole('combobox', { name: 'Told of by' }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Don’t wait for these' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'not awaited any more' }).first()).toBeVisible();

  await app.importFiles([await app.file('wardens.html', wardens)]);
  await page
    .getByRole('listbox', { name: 'Lines of the report' })
    .getByRole('option', { name: /It was awaited/ })
    .dblclick();
  const margin = page.getByRole('complementary', { name: 'Notes and statements' });
  await expect(margin.getByText('1 note on the whole article').first()).toBeVisible();
  await expect(margin.getByText('For the piece on trust.', { exact: false })).toBeVisible();
  const reading = await new AxeBuilder({ page }).analyze();
  expect(reading.violations.map(({ id }) => id)).toEqual([]);
});
