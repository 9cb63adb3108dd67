import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../driver/app.ts';
import { articleOf, cardsOf, chooseTheme, openArticle, painted, searchFor, selected } from '../driver/reader.ts';

const title = 'Harbour wardens will not check papers';
test.use({ seed: ['reading/wardens.md'] });

test('an article is drawn with its head, its blocks and its particulars', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  const article = articleOf(page);
  await expect(article.getByText('Port Ellery Courier')).toBeVisible();
  await expect(article.locator('.meta')).toContainText('By Tomas Reyl');
  await expect(article.locator('.meta')).toContainText('Published 15 Nov 2024');
  await expect(article.getByRole('heading', { level: 2, name: 'What the union wants' })).toBeVisible();
  await expect(article.locator('li li')).toHaveText('signed by the whole board,');
  await expect(article.locator('li em')).toHaveText('in writing');
  await expect(article.getByRole('cell', { name: '41' })).toBeVisible();
  await expect(article.getByRole('columnheader', { name: '2024' })).toBeVisible();

  await article.getByRole('button', { name: /details/ }).click();
  const bytes = await readFile(app.fixture('reading/wardens.md'));
  const details = page.locator('#reader-details');
  await expect(details).toContainText(createHash('sha256').update(bytes).digest('hex'));
  await expect(details).toContainText('14 Nov 2024 (Ines Alder)');
  await expect(details).toContainText('the file’s head');
  await expect(details).toContainText('wardens.md');
});

test('a statement stands out, with a card that says whose words it is', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  const card = cardsOf(page).first();
  await expect(card).toContainText('Ines Alder');
  await expect(card).toContainText('Harbour Commissioner');
  await expect(card).toContainText('Thu 14 Nov 2024');
  await expect(card).toContainText('Exact in the original');
  await expect(card).toContainText('3 paragraphs');
  const ruled = page.locator('.in-statement');
  await expect(ruled).toContainText('For nine years');
  await expect(ruled).toContainText('less safe.');
  const [words, side] = [await ruled.boundingBox(), await card.boundingBox()];
  expect(Math.abs((words?.y ?? 0) - (side?.y ?? 999))).toBeLessThan(40);
  await card.getByText('Ines Alder').click();
  await expect(card).toContainText('% sure: introduced by “');
});

test('furniture is folded under one line and shown on demand', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  const appeal = articleOf(page).getByText('Subscribe to the Courier');
  await expect(appeal).toBeHidden();
  const fold = page.getByRole('button', { name: /Set aside from the article: a subscription appeal, a contact line/ });
  await fold.click();
  await expect(appeal).toBeVisible();
  await expect(articleOf(page).getByText('Contact reporter Tomas Reyl')).toBeVisible();
  await fold.click();
  await expect(appeal).toBeHidden();
});

test('a link shows its address and is never followed', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const address = page.url();
  await articleOf(page).getByRole('link', { name: 'regional rules' }).click();
  await expect(page.getByRole('dialog')).toContainText('https://tessaly.example/rules/2024');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await articleOf(page).getByRole('link', { name: 'regional rules' }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Copy address' })).toBeFocused();
  expect(page.url()).toBe(address);
  expect(asked.filter((url) => url.includes('tessaly'))).toEqual([]);
});

test('the words that were looked for are marked, and the first is in view', async ({ app }) => {
  const { page } = app;
  await searchFor(page, '"night ferry"');
  // The row stands in the whole list too; it is opened from the search only once that is answered.
  await expect(page.getByText('“night ferry”').first()).toBeVisible();
  await page.locator('.row').filter({ hasText: title }).dblclick();
  await expect(articleOf(page)).toBeVisible();
  await expect.poll(() => painted(page, 'term')).toEqual(['night ferry']);
  await expect(articleOf(page).getByText('In the year of the long strike')).toBeInViewport();
});

test('find in the article counts, goes on and back, and leaves its place selected', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: 'Find in the article' });
  await expect(field).toBeFocused();
  await page.keyboard.type("COMMISSIONER'S");
  const bar = page.getByRole('search');
  await expect(bar).toContainText('1 of 2');
  // What is typed is looked for at each letter: the count is there before the last one is.
  await expect.poll(() => painted(page, 'found-now')).toEqual(['commissioner’s']);
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('2 of 2');
  await page.keyboard.press('Shift+Enter');
  await expect(bar).toContainText('1 of 2');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  expect(await selected(page)).toBe('commissioner’s');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('zeppelin');
  await expect(bar).toContainText('Not in the article');
});

test('theme and size are kept by the library', async ({ app }) => {
  await openArticle(app.page, title);
  await chooseTheme(app.page, 'Sepia');
  await app.page.keyboard.press('+');
  await app.page.keyboard.press('+');
  await expect(articleOf(app.page)).toHaveCSS('font-size', '21px');
  await app.close();
  await app.start();
  await openArticle(app.page, title);
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await expect(articleOf(app.page)).toHaveCSS('font-size', '21px');
  await app.page.keyboard.press('-');
  await expect(articleOf(app.page)).toHaveCSS('font-size', '20px');
});

test('the place in the article is kept', async ({ app }) => {
  const place = 'A warden’s training takes eleven weeks.';
  await openArticle(app.page, title);
  await articleOf(app.page)
    .getByText(place)
    .evaluate((line) => line.scrollIntoView({ block: 'start' }));
  await expect(app.page.getByRole('progressbar', { name: 'Read so far' })).not.toHaveAttribute('aria-valuenow', '0');
  await app.page.getByRole('button', { name: 'Back' }).click();
  await openArticle(app.page, title);
  await expect(articleOf(app.page).getByText(place)).toBeInViewport();
  await app.close();
  await app.start();
  await openArticle(app.page, title);
  await expect(articleOf(app.page).getByText(place)).toBeInViewport();
  await expect(app.page.locator('#reader-headline')).not.toBeInViewport();
});

test('focus leaves only the text, and Escape brings the rest back', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await expect(cardsOf(page)).toHaveCount(2);
  await page.keyboard.press('f');
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(cardsOf(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await expect(cardsOf(page)).toHaveCount(2);
});

test('on paper there are the text and its marks, in dark ink, and no tools', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await chooseTheme(page, 'Night');
  await page.emulateMedia({ media: 'print' });
  await expect(articleOf(page)).toHaveCSS('color', 'rgb(0, 0, 0)');
  await expect(page.getByRole('button', { name: 'Find in the article' })).toBeHidden();
  await expect(cardsOf(page).first()).toContainText('Ines Alder');
  await expect(cardsOf(page).first().getByRole('button', { name: 'Confirm' })).toBeHidden();
});

test('where there is no room beside the text, the margin is a drawer', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 960, height: 700 });
  await openArticle(page, title);
  await expect(cardsOf(page)).toHaveCount(0);
  await page.getByRole('button', { name: '2 marks' }).click();
  await expect(cardsOf(page)).toHaveCount(2);
  await page
    .getByRole('complementary', { name: 'Notes and statements' })
    .getByRole('button', { name: 'Close' })
    .click();
  await expect(cardsOf(page)).toHaveCount(0);
});

for (const theme of ['Paper', 'Sepia', 'Night'] as const)
  test(`the reader has no accessibility faults on ${theme.toLowerCase()}`, async ({ app }) => {
    test.slow();
    const { page } = app;
    const faults = async () =>
      (await new AxeBuilder({ page }).include('#room').analyze()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`,
      );
    await openArticle(page, title);
    await chooseTheme(page, theme);
    await page.getByRole('button', { name: /details/ }).click();
    await page.getByRole('button', { name: /Set aside/ }).click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('c');
    await page.getByRole('combobox', { name: 'Codes' }).fill('trust');
    expect(await faults()).toEqual([]);
    await page.getByRole('combobox', { name: 'Codes' }).press('Enter');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('combobox', { name: 'Codes' })).toBeHidden();
    await expect(cardsOf(page)).toHaveCount(3);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('s');
    await expect(page.getByRole('textbox', { name: 'Role then' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('warden');
    expect(await faults()).toEqual([]);
  });

test('j and k go through the list that the article was opened from', async ({ app }) => {
  const { page } = app;
  const other = await app.file(
    'pier.md',
    '---\ntitle: Pier to be rebuilt\ndate: 2020-01-02\n---\n\nThe council will rebuild the pier.\n',
  );
  await app.importFiles([other]);
  await openArticle(page, title);
  await expect(page.locator('.reader-place')).toContainText('1 of 2');
  await page.keyboard.press('j');
  await expect(page.locator('#reader-headline')).toHaveText('Pier to be rebuilt');
  await expect(page.locator('.reader-place')).toContainText('2 of 2');
  await page.keyboard.press('k');
  await expect(page.locator('#reader-headline')).toContainText(title);
});

test('pictures are shown from the library', async ({ app }) => {
  const { page } = app;
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mPo0ZfGihiGlgQABEM1gXhM9oQAAAAASUVORK5CYII=';
  const words =
    'The pier was closed on Monday after the storm, and the council met on the beach to look at what was left of it. ';
  const path = await app.file(
    'pier.html',
    `<!doctype html><html lang="en"><head><title>The pier after the storm</title></head><body><article><h1>The pier after the storm</h1>
     <p>${words.repeat(4)}</p><figure><img alt="The pier on Monday" width="640" height="400" src="data:image/png;base64,${pixel}"><figcaption>The pier on Monday.</figcaption></figure>
     <p>${words.repeat(4)}</p></article></body></html>`,
  );
  await app.importFiles([path]);
  await openArticle(page, 'The pier after the storm');
  const picture = articleOf(page).getByRole('img', { name: 'The pier on Monday' });
  await expect(picture).toHaveAttribute('src', /^\/image\/[0-9a-f]{64}$/);
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  await expect(articleOf(page).getByText('The pier on Monday.')).toBeVisible();
});
