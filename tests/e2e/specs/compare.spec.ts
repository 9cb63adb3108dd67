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

const wire = [
  'The harbour board voted on Tuesday to close the north quay for the winter, after an engineer found cracks under the waterline that nobody had looked at since the storm of 2019.',
  'Ships of more than forty metres are to use the basin at Marrow Bay until March. The pilots’ association said that it had not been asked, and that the basin is too shallow at low water.',
  'The repair will cost four million, of which the region pays half. A second report, on the south quay, is expected before the end of the year.',
  'Fishermen who land at the north quay are moved to the old ferry steps. Their cooperative wants the board to lend it a crane, and to say in writing when the quay opens again.',
];

/** The same wire copy in three papers: whole, under another headline and cut, and with a paragraph of the paper's own. */
async function takeWire(app: App): Promise<void> {
  const paper = (title: string, publication: string, paragraphs: readonly string[]) =>
    app.file(
      `${publication}.md`,
      `---\ntitle: ${title}\npublication: ${publication}\n---\n\n${paragraphs.join('\n\n')}\n`,
    );
  await app.importFiles([
    await paper('North quay to close for the winter', 'Port Ellery Courier', wire),
    await paper('Cracks close a quay', 'Ellery Bay Observer', wire.slice(0, 3)),
    await paper('Quay shut until March', 'Tessaly Gazette', [
      ...wire,
      'The Gazette asked three captains. None had been told.',
    ]),
  ]);
}

test('wire copy in three papers is one group, opened, compared, dismissed and taken back', async ({ app }) => {
  const { page } = app;
  await takeWire(app);
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Library' }).click();
  await page.getByRole('button', { name: 'Near-duplicates: 1 group' }).click();
  const group = page.getByRole('list', { name: /^Alike/ });
  await expect(group.getByRole('listitem')).toHaveCount(3);
  await expect(group).toContainText('all of the shorter text');
  await clean(page, 'near-duplicates');
  await group
    .getByRole('button', { name: /Compare with/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Two articles' })).toBeVisible();
  await page.keyboard.press('Escape');

  await openArticle(page, 'North quay to close for the winter');
  const line = page.getByRole('button', { name: '2 other articles carry much of the same text' });
  await line.focus();
  await page.keyboard.press('Enter');
  await clean(page, 'reader with near-duplicates');
  await page.getByRole('button', { name: '“Cracks close a quay” is not the same' }).click();
  await expect(page.getByRole('button', { name: 'One other article carries much of the same text' })).toBeVisible();
  await articleOf(page).click();
  await page.keyboard.press('Control+z');
  await expect(line).toBeVisible();

  await page.getByRole('button', { name: 'Compare with “Quay shut until March”' }).click();
  await expect(page.getByRole('table', { name: 'Text' })).toContainText('The Gazette asked three captains.');

  // Said of one article in the list, it leaves the group for good.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('near-duplicates');
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('near-duplicates');
  await page.keyboard.press('Enter');
  await group.getByRole('button', { name: '“Cracks close a quay” is not the same' }).click();
  await expect(group.getByRole('listitem')).toHaveCount(2);
  await page.reload();
  await expect(group.getByRole('listitem')).toHaveCount(2);
});
