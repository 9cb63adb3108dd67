import type { Page } from '@playwright/test';
import { type HugePages, hugePages, hugeTitles } from '../../support/huge-pages.ts';
import { type App, expect, test } from '../driver/app.ts';
import { articleOf, cardsOf, openArticle, painted, selectByMouse, selected } from '../driver/reader.ts';

const first = 'Here the reading begins.';
const middle = 'Zephyrine Quillfeather crossed the marsh at noon.';
const last = 'Here the reading ends.';
const pages = hugePages({ first, middle, last });

/** Takes in one page; its words as the library has them. */
async function open(app: App, kind: keyof HugePages, html: string): Promise<string> {
  await app.importFiles([await app.file(`${kind}.html`, html)]);
  await openArticle(app.page, hugeTitles[kind]);
  // Under a title of many pages the first words are further down.
  await expect(
    articleOf(app.page)
      .getByText(kind === 'title' ? hugeTitles.title : first)
      .first(),
  ).toBeInViewport();
  const { stdout } = await app.terminal('show', '--all', '--format', 'json');
  return (JSON.parse(stdout) as { text: string }).text;
}

/** Looks for words in the article: they are counted, marked and in the window. */
async function find(page: Page, words: string, count: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find in the article' }).fill(words);
  await expect(page.getByRole('search')).toContainText(count);
  await expect.poll(() => painted(page, 'found-now')).toEqual([words]);
  await expect.poll(() => isPaintInWindow(page)).toBe(true);
}

function isPaintInWindow(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const [found] = CSS.highlights.get('verbatim-found-now') ?? [];
    if (found === undefined) return false;
    const range = document.createRange();
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
    const { top, bottom, height } = range.getBoundingClientRect();
    return height > 0 && top > 0 && bottom < innerHeight;
  });
}

/** What the page gives to the clipboard. */
function copied(page: Page): Promise<string> {
  return page.evaluate(() => {
    const data = new DataTransfer();
    (document.activeElement ?? document.body).dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    );
    return data.getData('text/plain');
  });
}

for (const [kind, html] of [
  ['paragraphs', () => pages.paragraphs(5000)],
  ['paragraph', () => pages.paragraph(120_000)],
] as const)
  test(`a text of one ${kind === 'paragraph' ? 'paragraph of 120,000 words' : 'book of 5,000 paragraphs'} is read, searched, marked and copied`, async ({
    app,
  }) => {
    const { page } = app;
    const text = await open(app, kind, html());

    await page.keyboard.press('End');
    await expect(articleOf(page).getByText(last)).toBeInViewport();
    await page.keyboard.press('Home');
    await expect(articleOf(page).getByText(first)).toBeInViewport();

    await find(page, middle, '1 of 1');
    await page.keyboard.press('Escape');
    expect(await selected(page)).toBe(middle);
    await page.keyboard.press('h');
    await expect.poll(() => painted(page, 'amber')).toEqual([middle]);
    await expect(cardsOf(page)).toHaveCount(1);
    const { stdout } = await app.terminal('annotations');
    expect(stdout).toContain(middle);

    // All of it, drawn or not.
    await page.keyboard.press('Home');
    await page.keyboard.press('Control+a');
    await expect.poll(async () => (await copied(page)).length).toBe(text.length);
    expect(await copied(page)).toBe(text);
    await page.keyboard.press('Escape');

    // Every place is counted; the one that is looked at is in the window.
    const councils = text.toLowerCase().split('council').length - 1;
    await find(page, 'council', `1 of ${councils}`);
    await page.keyboard.press('Shift+Enter');
    await expect(page.getByRole('search')).toContainText(`${councils} of ${councils}`);
    await expect.poll(() => isPaintInWindow(page)).toBe(true);
    await page.keyboard.press('Escape');

    // A link to a passage opens at it, with its card.
    const at = text.indexOf(middle);
    await page.evaluate((offset) => {
      location.hash = `${location.hash.split('?')[0]}?at=${offset}`;
    }, at);
    await page.reload();
    await expect.poll(() => painted(page, 'amber')).toEqual([middle]);
    await expect(cardsOf(page).first()).toBeInViewport();
    await selectByMouse(page, 'Zephyrine Quillfeather');
    expect(await selected(page)).toBe('Zephyrine Quillfeather');
  });

for (const [kind, html] of [
  ['list', () => pages.list(5000)],
  ['table', () => pages.table(3000)],
  ['word', () => pages.word(50_000)],
  ['title', () => pages.title(100_000)],
] as const)
  test(`the article with ${hugeTitles[kind].toLowerCase()} shows its first and its last words, and what is found in it`, async ({
    app,
  }) => {
    const { page } = app;
    const text = await open(app, kind, html());
    await page.keyboard.press('End');
    await expect(articleOf(page).getByText(last)).toBeInViewport();
    await find(page, middle, '1 of 1');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+a');
    await expect.poll(async () => (await copied(page)).length).toBe(text.length);
    expect(await copied(page)).toBe(text);
  });

test('on paper a long text is there to its last word', async ({ app }) => {
  const { page } = app;
  await open(app, 'paragraphs', pages.paragraphs(1500));
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(articleOf(page).locator('p').filter({ hasText: last })).toBeVisible();
  await expect(articleOf(page).locator('.block')).toHaveCount(1503);
});
