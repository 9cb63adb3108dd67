import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../driver/app.ts';
import { articleOf, cardsOf, chooseTheme, openArticle, painted } from '../driver/reader.ts';

const title = 'North quay to close for three weeks';
const quoted = 'Nobody who reports a spill to us will be fined for reporting it.';
test.use({ seed: ['reading/quay.html'] });

const fold = (page: Page) => page.getByRole('button', { name: /Left out of the article/ });
const list = (page: Page) => page.getByRole('list', { name: 'What was left out, in reading order' });

/** Goes on with Tab until the button has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const button = page.getByRole('button', { name });
  for (let step = 0; step < 60; step += 1) {
    if (await button.evaluateAll((found) => found.includes(document.activeElement as HTMLElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${name}`);
}

test('what was left out is read, put back and taken back by keyboard', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await expect(articleOf(page)).not.toContainText(quoted);
  // A mark after the place, to see it move.
  const later = 'Residents can write to the harbour office until the end of the month';
  for (let sentence = 0; sentence < 10; sentence += 1) {
    await page.keyboard.press('ArrowDown');
    if ((await page.evaluate(() => document.getSelection()?.toString() ?? '')).startsWith(later)) break;
  }
  await page.keyboard.press('h');
  await expect.poll(async () => (await painted(page, 'amber'))[0]).toMatch(new RegExp(`^${later}`));

  await tabTo(page, /Left out of the article: 4 passages/);
  await page.keyboard.press('Enter');
  await expect(list(page)).toContainText('Home News Harbour');
  await expect(list(page)).toContainText('It is an aside.');
  await expect(list(page)).toContainText(quoted);

  await tabTo(page, /^Put back all 4: What the wardens wrote/);
  await page.keyboard.press('Enter');
  await expect(page.locator('.notices')).toContainText('4 passages put back.');
  await expect(articleOf(page).locator('.block > p').filter({ hasText: quoted })).toBeVisible();
  await expect(articleOf(page).getByRole('heading', { name: 'What the wardens wrote' })).toBeVisible();
  await expect(articleOf(page).locator('.block-paragraph em')).toHaveText('spill');
  await expect(cardsOf(page).filter({ hasText: 'Inès Calloway' })).toContainText('Exact in the original');
  await expect.poll(async () => (await painted(page, 'amber'))[0]).toMatch(new RegExp(`^${later}`));
  await expect(fold(page)).toContainText('3 passages');
  // The button that was pressed is gone; the next way back has the focus.
  await expect(page.locator('.put-back:focus')).toHaveCount(1);

  await page.keyboard.press('Control+z');
  await expect(page.locator('.notices')).toContainText('Undone: 4 passages put back.');
  await expect(articleOf(page).locator('.block > p').filter({ hasText: quoted })).toHaveCount(0);
  await expect(cardsOf(page).filter({ hasText: 'Inès Calloway' })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(articleOf(page).locator('.block > p').filter({ hasText: quoted })).toBeVisible();
  await expect(cardsOf(page).filter({ hasText: 'Inès Calloway' })).toHaveCount(1);
});

test('one block of a part is put back, and the rest stays out', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await fold(page).click();
  await page.getByRole('button', { name: /^Put back: The wardens signed it together/ }).click();
  await expect(articleOf(page).locator('.block > p').filter({ hasText: 'The wardens signed it' })).toBeVisible();
  await expect(articleOf(page).locator('.block > p').filter({ hasText: quoted })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Put back all 3: What the wardens wrote/ })).toBeVisible();
  await expect(list(page)).toContainText('Put back by hand.');
});

test('a paragraph is set aside by its key, a picture by its button, and furniture is counted in', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await expect(page.locator('.notices')).toContainText('1 block set aside.');
  await expect(articleOf(page)).not.toContainText('divers found that two of its piles');
  await page.getByRole('button', { name: /^Set aside: The north quay at low water/ }).click();
  await expect(articleOf(page).locator('.block-figure')).toHaveCount(0);

  await page.getByRole('button', { name: /Set aside from the article/ }).click();
  await page.getByRole('button', { name: /^Count as part of the article: The north quay will close/ }).click();
  await expect(page.locator('.notices')).toContainText('Counted as part of the article.');
  await expect(articleOf(page).locator('.block:not(.furniture)').first()).toContainText('divers found');
});

for (const theme of ['Paper', 'Sepia', 'Night'] as const)
  test(`the list of what was left out is clean for axe, in ${theme}`, async ({ app }) => {
    const { page } = app;
    await openArticle(page, title);
    await chooseTheme(page, theme);
    await page.getByRole('button', { name: /Set aside from the article/ }).click();
    await fold(page).click();
    await page.getByRole('button', { name: /^Put back: What the wardens wrote/ }).click();
    await expect(list(page)).toContainText('Put back by hand.');
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([]);
  });
