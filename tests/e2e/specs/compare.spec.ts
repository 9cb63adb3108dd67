import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, test } from '../driver/app.ts';
import { articleOf, chooseTheme, openArticle } from '../driver/reader.ts';

const title = 'Harbour wardens will not check papers';
const chain = 'Revisions of this article';
test.use({ seed: ['reading/wardens.md'] });

async function takeSecond(app: App): Promise<void> {
  await app.importFiles([app.fixture('reading/wardens-revised.md')]);
  await openArticle(app.page, title);
}

/** The words that are marked on a side, as they are drawn. */
function marked(page: Page, element: 'del' | 'ins'): Promise<string[]> {
  return page
    .locator(`.compare-page [aria-label="Text"] .changed ${element}`)
    .evaluateAll((marks) =>
      marks.map((mark) => [...mark.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('')),
    );
}

async function clean(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    where,
  ).toEqual([]);
}

test('the chain shows both captures, and by keyboard alone the two are compared', async ({ app }) => {
  const { page } = app;
  await takeSecond(app);
  const points = page.getByRole('navigation', { name: chain }).getByRole('listitem');
  await expect(points).toHaveCount(2);
  await expect(points.nth(1)).toContainText('revision 2 · current');
  await expect(points.nth(1).getByRole('button')).toHaveAttribute('aria-current', 'true');
  await expect(points.nth(0)).toContainText(/markdown\/\d/);

  // Tab reaches every point of the chain.
  await points.nth(0).getByRole('button').first().focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Compare with revision 1' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByLabel('Left: which revision')).toContainText('Revision 1');

  // Statements stand first.
  const statements = page.getByRole('table', { name: 'Statements' });
  await expect(statements).toContainText('Ines Alder');
  await expect(statements.getByRole('row').nth(1)).toContainText('gone: nine');
  await expect(statements.getByRole('row').nth(1)).toContainText('new: ten');

  expect(await marked(page, 'del')).toContain('nine');
  expect(await marked(page, 'ins')).toContain('every');

  // Every difference is gone to and said.
  const said = page.locator('.compare > [role="status"]');
  await page.keyboard.press('n');
  await expect(said).toContainText(/^Difference 1 of \d+, changed\. gone: nine; a\. new: ten; every/);
  await expect(statements.getByRole('row').nth(1)).toBeFocused();
  await page.keyboard.press('j');
  await expect(said).toContainText('Difference 2 of');
  await page.keyboard.press('p');
  await page.keyboard.press('k');
  await expect(said).toHaveText('No more differences that way.');

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Next difference');
  await page.keyboard.press('Escape');

  // From the difference to the passage in the reader, and back.
  await page.keyboard.press('Enter');
  await expect(articleOf(page).getByText('For ten years the wardens')).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('sides are swapped, chosen, folded to the differences, and the same text says so', async ({ app }) => {
  const { page } = app;
  await takeSecond(app);
  await page.keyboard.press('v');
  const [left, right] = [page.getByLabel('Left: which revision'), page.getByLabel('Right: which revision')];
  await expect(left).toContainText('Revision 1');
  await page.keyboard.press('x');
  await expect(left.locator('option:checked')).toContainText('Revision 2');
  await expect(right.locator('option:checked')).toContainText('Revision 1');
  await expect.poll(() => marked(page, 'del')).toContain('ten');

  const rows = page.getByRole('table', { name: 'Text' }).getByRole('row');
  const before = await rows.count();
  await page.getByRole('button', { name: 'Only differences' }).click();
  await expect.poll(() => rows.count()).toBeLessThan(before);
  await page
    .getByRole('button', { name: /the same · show/ })
    .first()
    .click();
  await page.keyboard.press('o');
  await expect(rows).toHaveCount(before);

  await left.selectOption({ label: (await right.locator('option:checked').textContent()) ?? '' });
  await expect(page.getByText('Word for word the same')).toBeVisible();
});

test('the room lists what changed, and two chosen articles are compared', async ({ app }) => {
  const { page } = app;
  await takeSecond(app);
  const other =
    '---\ntitle: No papers on the quays\npublication: Bay Observer\n---\n\nThe council debates the rules in December.\n';
  await app.importFiles([await app.file('observer.md', other)]);
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Compare' }).click();
  await page.getByRole('button', { name: new RegExp(title) }).click();
  await expect(page.getByLabel('Left: which revision')).toContainText('Revision 1');

  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Library' }).click();
  const results = page.getByRole('listbox', { name: 'Articles' });
  await expect(results.getByRole('option')).toHaveCount(2);
  await results.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('v');
  await expect(page.locator('.notices')).toContainText('press v on another article');
  await page.keyboard.press('j');
  await page.keyboard.press('v');
  await expect(page.getByRole('heading', { level: 1, name: 'Two articles' })).toBeVisible();
  await page.getByRole('button', { name: 'Open “No papers on the quays” in the reader' }).click();
  await expect(page.locator('#reader-headline')).toHaveText('No papers on the quays');
});

for (const theme of ['Paper', 'Sepia', 'Night'] as const)
  test(`chain and comparison are clean for axe, in ${theme}`, async ({ app }) => {
    const { page } = app;
    await takeSecond(app);
    await chooseTheme(page, theme);
    await clean(page, 'reader with a chain');
    await page.keyboard.press('v');
    await expect(page.getByRole('table', { name: 'Text' })).toBeVisible();
    await page.keyboard.press('n');
    await clean(page, 'comparison');
    await page.keyboard.press('o');
    await clean(page, 'only differences');
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Compare' }).click();
    await expect(page.getByRole('button', { name: new RegExp(title) })).toBeVisible();
    await clean(page, 'what there is to compare');
  });
