import type { App } from '../driver/app.ts';
import { expect, test } from '../driver/app.ts';
import { searchFor } from '../driver/reader.ts';
import { shelf } from './shelf.ts';

const titles = {
  wardens: 'Harbour wardens will not check papers',
  ferry: 'Marrow Bay ferry fares rise again',
  bridge: 'Café owners fear the bridge works',
  lamps: 'New lamps for the coast road',
} as const;
type Name = keyof typeof titles;

async function finds(app: App, query: string, names: readonly Name[]): Promise<void> {
  const { page } = app;
  await page.getByRole('searchbox').fill(query);
  const count = names.length === 1 ? '1 article' : `${names.length} articles`;
  await expect(page.locator('.understood b'), query).toHaveText(query === '' ? `All ${count}` : count);
  const results = page.getByRole('listbox', { name: 'Articles' });
  await expect(results.getByRole('option'), query).toHaveCount(names.length);
  for (const name of names) await expect(results.getByRole('option', { name: titles[name] }), query).toBeVisible();
}

test('every operator finds what it says', async ({ app }) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();

  await finds(app, '', ['wardens', 'ferry', 'bridge', 'lamps']);
  await finds(app, 'trust', ['wardens', 'ferry']);
  await finds(app, 'trust timetable', ['ferry']);
  await finds(app, '"nine years"', ['wardens']);
  await finds(app, 'lamps OR fares', ['ferry', 'lamps']);
  await finds(app, 'wardens -quays', ['lamps']);
  await finds(app, 'passeng*', ['ferry']);
  await finds(app, '(lamps OR fares) -january', ['lamps']);
  await finds(app, 'title:ferry', ['ferry']);
  await finds(app, 'by:reyl', ['wardens', 'bridge']);
  await finds(app, 'from:observer', ['ferry', 'bridge']);
  await finds(app, 'speaker:alder', ['wardens']);
  await finds(app, 'in:statement trust', ['wardens']);
  await finds(app, 'before:2024', ['bridge']);
  await finds(app, 'after:2024-12', ['ferry']);
  await finds(app, 'CAFE', ['ferry', 'bridge']);
});

test('anything that is typed is legal', async ({ app }) => {
  await app.importFiles(await shelf(app));
  await app.page.keyboard.press('/');
  await finds(app, "don't blame", ['bridge']);
  await finds(app, 'C++', ['bridge']);
  await finds(app, '"long fog', ['lamps']);
});

test('notes and codes are found', async ({ app }) => {
  await app.importFiles(await shelf(app));
  await app.close();
  const lamps = (await app.terminal('articles', '--json')).objects().find(({ title }) => title === titles.lamps);
  const marked = await app.terminal(
    'annotate',
    String(lamps?.id),
    ...['--quote', 'Forty lamps', '--note', 'ask the electrician about trust', '--code', 'light'],
  );
  expect(marked.code, marked.stderr).toBe(0);
  await app.start();
  await finds(app, 'electrician', ['lamps']);
  await finds(app, 'code:light', ['lamps']);
  await finds(app, 'trust in:notes', ['lamps']);
  await app.page.getByRole('button', { name: 'in notes' }).click();
  await expect(app.page.getByRole('searchbox')).toHaveValue('trust');
  await expect(app.page.locator('.understood b')).toHaveText('3 articles');
});

test('the closest articles are shown with a line that says so, and an empty result offers the way on', async ({
  app,
}) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('lamps ferry timetable');
  await expect(page.getByText('No article has all these words')).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option').first()).toBeVisible();
  await page.getByRole('searchbox').fill('xylophone');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await page.getByRole('region', { name: 'Articles' }).getByRole('button', { name: 'Clear the search' }).click();
  await finds(app, '', ['wardens', 'ferry', 'bridge', 'lamps']);
});

test('results are gone through, chosen, collected and binned by keyboard, and undone', async ({ app }) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await searchFor(page, 'trust');
  await expect(page.locator('.understood b')).toHaveText('2 articles');
  await page.keyboard.press('Escape');
  const results = page.getByRole('listbox', { name: 'Articles' });
  await expect(results).toBeFocused();
  await page.keyboard.press('j');
  await expect(results.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('K');
  await expect(page.getByText('2 articles chosen')).toBeVisible();

  await page.keyboard.press('a');
  await page.getByRole('dialog').getByRole('textbox').fill('Harbour inquiry');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Harbour inquiry 2/ })).toBeVisible();

  await page.keyboard.press('Delete');
  await expect(page.locator('.understood b')).toHaveText('0 articles');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.understood b')).toHaveText('2 articles');

  await page.getByRole('button', { name: 'Save search' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('On trust');
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox').fill('');
  await page
    .getByRole('button', { name: /^On trust/ })
    .first()
    .click();
  await expect(page.getByRole('searchbox')).toHaveValue('trust');
  await page
    .getByRole('button', { name: /^Harbour inquiry/ })
    .first()
    .click();
  await expect(page.locator('.understood')).toContainText('2 articles in Harbour inquiry');
});
