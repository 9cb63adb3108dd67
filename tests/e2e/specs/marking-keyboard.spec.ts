import { expect, test } from '../driver/app.ts';
import { articleOf, cardsOf, openArticle, painted, selected } from '../driver/reader.ts';

const title = 'Harbour wardens will not check papers';
test.use({ seed: ['reading/wardens.md'] });

test('the sentence cursor makes any selection, and says it', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  const said = page.locator('.reader > [aria-live]');
  await page.keyboard.press('ArrowDown');
  expect(await selected(page)).toMatch(/^Harbour Commissioner Ines Alder leaves .* spring\.$/);
  await page.keyboard.press('ArrowDown');
  await expect(said).toHaveText(
    'Selected: Asked several times since the vote, her office issued the following statement Thursday:',
  );
  await page.keyboard.press('Shift+ArrowDown');
  await expect(said).toContainText('a deckhand can walk up to.');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(said).not.toContainText('deckhand');
  await page.keyboard.press('Control+ArrowRight');
  expect(await selected(page)).toBe('For');
  await page.keyboard.press('Control+Shift+ArrowRight');
  expect(await selected(page)).toBe('For nine');
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  expect(await selected(page)).toBe('For nin');
  await page.keyboard.press('o');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  expect(await selected(page)).toBe('or nin');
  await page.keyboard.press('Escape');
  expect(await selected(page)).toBe('');
  await expect(articleOf(page)).toBeVisible();
});

test('highlight, note, code and statement by keyboard alone', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('2');
  await expect
    .poll(async () => (await painted(page, 'green')).join(''))
    .toContain('Harbour Commissioner Ines Alder leaves');

  // The cursor goes on behind what was marked.
  await page.keyboard.press('ArrowDown');
  expect(await selected(page)).toMatch(/^Asked several times/);
  await page.keyboard.press('n');
  await page.keyboard.type('Which *vote*?');
  await page.keyboard.press('Control+Enter');
  await expect(cardsOf(page).locator('em')).toHaveText('vote');

  await page.keyboard.press('c');
  await page.keyboard.type('the vote');
  await page.keyboard.press('Enter');
  await expect(cardsOf(page).filter({ hasText: 'Which vote?' })).toContainText('the vote');
  await page.keyboard.press('Enter');

  await page.keyboard.press('Control+f');
  await page.keyboard.type('We have the commissioner’s word, and we trust it,');
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  const speaker = page.getByRole('combobox', { name: 'Speaker' });
  await expect(speaker).toBeFocused();
  await expect(speaker).toHaveValue('Marek Doule');
  await page.keyboard.press('Control+Enter');
  await expect(cardsOf(page).filter({ hasText: 'Marek Doule' }).filter({ hasText: 'Confirmed' })).toHaveCount(1);
  await expect.poll(() => painted(page, 'statement')).toContain('We have the commissioner’s word, and we trust it,');
});

test('every mark is reached by [ and ], edited and deleted by keyboard', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('h');
  await expect(cardsOf(page)).toHaveCount(3);
  await page.keyboard.press('Escape');
  const active = page.locator('.cards > .active');
  await page.keyboard.press(']');
  await expect(active).toHaveClass(/annotation-card/);
  await expect(active.locator('section')).toBeFocused();
  await page.keyboard.press(']');
  await expect(active).toHaveClass(/statement-card/);
  await page.keyboard.press('a');
  await expect(active).toContainText('Confirmed');
  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Role then' })).toHaveValue('Harbour Commissioner');
  await page.keyboard.press('Escape');
  await page.keyboard.press('[');
  await expect(active).toHaveClass(/annotation-card/);
  await page.keyboard.press('4');
  await expect.poll(async () => (await painted(page, 'rose')).length).toBe(1);
  await page.keyboard.press('Delete');
  await expect(cardsOf(page)).toHaveCount(2);
});

test('without a selection the keys say what is missing', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await page.keyboard.press('h');
  await expect(page.locator('.notices')).toContainText('Select words first');
});

test('several codes are taken in one go, however fast one types', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('h');
  await expect(cardsOf(page)).toHaveCount(3);
  await page.keyboard.press('c');
  const field = page.getByRole('combobox', { name: 'Codes' });
  const chips = page.locator('.code-picker .code-chips .code-chip');
  await expect(field).toBeFocused();
  await page.keyboard.type('trust');
  await page.keyboard.press('Enter');
  await expect(chips).toHaveCount(1);
  await page.keyboard.type('fear');
  await page.keyboard.press('Enter');
  await expect(chips).toHaveCount(2);
  await page.keyboard.press('Backspace');
  await expect(chips).toHaveCount(1);
  // A code that is there already, then one that is still to be made, finished at once.
  await page.keyboard.type('fear');
  await page.keyboard.press('Enter');
  await page.keyboard.type('law');
  await page.keyboard.press('Control+Enter');
  await expect(field).toBeHidden();
  const codes = cardsOf(page).first().locator('.code-chip');
  await expect(codes).toHaveText(['trust', 'fear', 'law']);
});
