import { expect, test } from '../driver/app.ts';
import { cardsOf, openArticle, painted, pressAtOnce } from '../driver/reader.ts';

const title = 'Harbour wardens will not check papers';
test.use({ seed: ['reading/wardens.md'] });

test('what was done to marks is undone and done again, step by step', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('h');
  await expect.poll(async () => (await painted(page, 'amber')).length).toBe(1);
  await page.keyboard.press('3');
  await expect.poll(async () => (await painted(page, 'blue')).length).toBe(1);
  await page.keyboard.press('n');
  await page.keyboard.type('A draft');
  // While one writes, Ctrl+Z belongs to the field.
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await painted(page, 'blue')).length).toBe(1);
  await page.getByRole('textbox', { name: 'Note, in Markdown' }).fill('Remember this');
  await page.keyboard.press('Control+Enter');
  await expect(cardsOf(page).filter({ hasText: 'Remember this' })).toHaveCount(1);

  await page.keyboard.press('Control+z');
  await expect(cardsOf(page).filter({ hasText: 'Remember this' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await painted(page, 'amber')).length).toBe(1);
  await page.keyboard.press('Control+z');
  await expect(cardsOf(page)).toHaveCount(2);

  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(cardsOf(page).filter({ hasText: 'Remember this' })).toHaveCount(1);
  await expect.poll(async () => (await painted(page, 'blue')).length).toBe(1);
});

test('keys pressed faster than a mark is made are for that mark', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  const cards = await cardsOf(page).count();
  await page.keyboard.press('ArrowDown');
  await pressAtOnce(page, ['h', '3']);
  await expect.poll(async () => (await painted(page, 'blue')).length).toBe(1);
  // The blue mark is looked at now; the colour is none the less for the one that is made next.
  await page.keyboard.press('ArrowDown');
  await pressAtOnce(page, ['h', '2']);
  await expect.poll(async () => (await painted(page, 'green')).length).toBe(1);
  expect(await painted(page, 'blue')).toHaveLength(1);
  await page.keyboard.press('ArrowDown');
  await pressAtOnce(page, ['h', 'Delete']);
  await expect(page.getByText('Mark deleted.').first()).toBeVisible();
  await expect(cardsOf(page)).toHaveCount(cards + 2);
  // Escape lets the new mark go and does not leave the article; the next mark is looked for from there.
  await page.keyboard.press('ArrowDown');
  await pressAtOnce(page, ['h', 'Escape', ']']);
  await expect(cardsOf(page)).toHaveCount(cards + 3);
  await expect(page.locator('.cards > .active')).toBeVisible();
});

test('a deleted mark comes back from the notice', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('h');
  await expect(cardsOf(page)).toHaveCount(3);
  await page.keyboard.press('Delete');
  await expect(cardsOf(page)).toHaveCount(2);
  await page.locator('.notices').getByRole('button', { name: 'Undo' }).click();
  await expect(cardsOf(page)).toHaveCount(3);
  await expect.poll(async () => (await painted(page, 'amber')).length).toBe(1);
});

test('a rejected suggestion is taken back with Ctrl+Z', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await cardsOf(page).first().getByRole('button', { name: 'Reject' }).click();
  await expect(cardsOf(page)).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(cardsOf(page).first()).toContainText('Confirm');
});
