import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../driver/app.ts';
import { articleOf, cardsOf, openArticle, painted, selectByMouse } from '../driver/reader.ts';

const title = 'Harbour wardens will not check papers';
const kept = 'That trust was slow to build, and it is the first thing we would lose.';
const before = 'For nine years the wardens of this harbour have worked to be people whom a deckhand can walk up to.';
const now = 'For ten years the wardens of this harbour have worked to be people whom every deckhand can walk up to.';
const gone = 'Two of them refused and were moved to the night ferry.';
test.use({ seed: ['reading/wardens.md'] });

/** The chain of revisions in the head. */
function revisionsOf(page: Page) {
  return page.getByRole('navigation', { name: 'Revisions of this article' }).getByRole('listitem');
}

async function highlight(page: Page, words: string, color: string): Promise<void> {
  await selectByMouse(page, words);
  await page.getByRole('button', { name: `Highlight: ${color}` }).click();
  await expect.poll(() => painted(page, color.toLowerCase())).toEqual([words]);
}

test('marks follow their words into a new revision: moved, changed, or listed as lost', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await highlight(page, kept, 'Amber');
  await highlight(page, before, 'Blue');
  await highlight(page, gone, 'Rose');

  await app.importFiles([app.fixture('reading/wardens-revised.md')]);
  await openArticle(page, title);
  await expect(revisionsOf(page)).toHaveCount(2);
  await expect.poll(() => painted(page, 'amber')).toEqual([kept]);
  await expect.poll(() => painted(page, 'blue')).toEqual([now]);
  expect(await painted(page, 'rose')).toEqual([]);

  const changed = page.locator('.cards > .annotation-card').filter({ hasText: 'the words have changed' });
  await expect(changed).toContainText(before);
  await expect(changed).toContainText(now);
  await page.getByText('1 mark without a place in this revision').click();
  const lost = page.locator('.apart');
  await expect(lost).toContainText(gone);
  await expect(lost).toContainText('no longer in the text');
  await expect(cardsOf(page).filter({ hasText: 'Ines Alder' })).toContainText('The words have changed');

  // What became of the statement from revision to revision stands on its card.
  const card = cardsOf(page).filter({ hasText: 'Ines Alder' }).first();
  await card.locator('section').focus();
  await card.getByRole('button', { name: 'Changed in revision 2' }).click();
  const turns = card.getByRole('list', { name: 'The words from revision to revision' });
  await expect(turns.getByRole('listitem')).toHaveCount(2);
  await expect(turns.locator('ins').first()).toContainText('ten');
  await expect(turns.locator('del').first()).toContainText('nine');
  const { violations } = await new AxeBuilder({ page }).include('.margin').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('an older revision is opened from the chain, says that it is one, and takes no marks', async ({ app }) => {
  const { page } = app;
  await app.importFiles([app.fixture('reading/wardens-revised.md')]);
  await openArticle(page, title);
  await expect(articleOf(page)).toContainText('It gave no reason.');
  await page.getByRole('button', { name: /^Revision 1, file dated/ }).click();
  await expect(articleOf(page)).toContainText('You are reading revision 1 of 2');
  await expect(articleOf(page)).toContainText(gone);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('h');
  await expect(page.locator('.notices')).toContainText('can’t be changed here');
  await page.getByRole('button', { name: 'Open the current revision' }).click();
  await expect(articleOf(page)).toContainText('It gave no reason.');
});

test('a revision that comes while one reads is shown at once, and the place stays', async ({ app }) => {
  const { page } = app;
  const place = 'The county’s lawyers have read the new rules differently';
  await openArticle(page, title);
  await articleOf(page)
    .getByText(place)
    .evaluate((line) => line.scrollIntoView({ block: 'start' }));
  const other = await page.context().newPage();
  test.skip(app.host.name !== 'reading-room', 'the desktop has one window');
  await other.goto(page.url().split('#')[0] ?? '');
  await other.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
  const asked = other.waitForEvent('filechooser');
  await other.getByRole('main').getByRole('button', { name: 'Add articles…' }).click();
  await (await asked).setFiles([app.fixture('reading/wardens-revised.md')]);
  await expect(revisionsOf(page)).toHaveCount(2);
  await expect(articleOf(page).getByText(place)).toBeInViewport();
  await expect(articleOf(page)).toContainText('It gave no reason.');
});
