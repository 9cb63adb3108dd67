import { expect, type Locator, type Page } from '@playwright/test';

/** What a person does in the reading room, and what stands on its page. */

/** Opens an article of the library by its title, and waits until it is drawn. */
export async function openArticle(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Library' }).click();
  await page.locator('.row').filter({ hasText: title }).first().dblclick();
  await expect(page.locator('#reader-headline')).toContainText(title);
}

/** Goes to the search field by its key and types, once the field is there to be typed into. */
export async function searchFor(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(words);
}

/** The article's own element: its head and its text. */
export function articleOf(page: Page): Locator {
  return page.getByRole('article');
}

/** Presses keys with no moment between them in which the program could do anything else. */
export function pressAtOnce(page: Page, keys: readonly string[]): Promise<void> {
  return page.evaluate((pressed) => {
    for (const key of pressed)
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
  }, keys);
}

/** The cards of the margin, notes and statements alike, in order. */
export function cardsOf(page: Page): Locator {
  return page.locator('.cards > [data-entry]');
}

/** Draws a selection over words of the article with the mouse, from their first character to their last. */
export async function selectByMouse(page: Page, words: string): Promise<void> {
  const from = await edgeOf(page, words, 'start');
  const to = await edgeOf(page, words, 'end');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('toolbar', { name: 'What to do with the selection' })).toBeVisible();
}

/** Clicks in the middle of words of the article. */
export async function clickWords(page: Page, words: string): Promise<void> {
  const { x, y } = await edgeOf(page, words, 'start');
  await page.mouse.click(x + 6, y);
}

/** Where words of the article begin or end in the window, once they are scrolled into it. */
async function edgeOf(page: Page, words: string, edge: 'start' | 'end'): Promise<{ x: number; y: number }> {
  const point = await articleOf(page).evaluate(
    (article, { wanted, side }) => {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      const nodes: { node: Text; start: number }[] = [];
      let text = '';
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (!(node instanceof Text) || node.parentElement?.closest('[data-start]') === null) continue;
        nodes.push({ node, start: text.length });
        text += node.data;
      }
      const at = text.indexOf(wanted);
      if (at < 0) return null;
      const offset = side === 'start' ? at : at + wanted.length - 1;
      const place = nodes.findLast(({ start }) => start <= offset);
      if (place === undefined) return null;
      const range = document.createRange();
      range.setStart(place.node, offset - place.start);
      range.setEnd(place.node, offset - place.start + 1);
      if (side === 'start') place.node.parentElement?.scrollIntoView({ block: 'center' });
      const box = range.getBoundingClientRect();
      return { x: side === 'start' ? box.left + 0.5 : box.right - 0.5, y: box.top + box.height / 2 };
    },
    { wanted: words, side: edge },
  );
  if (point === null) throw new Error(`The article does not have the words “${words}”`);
  return point;
}

/** The words that a layer of paint covers, stretch by stretch (`amber`, `term`, `found-now`, …). */
export function painted(page: Page, layer: string): Promise<readonly string[]> {
  return page.evaluate((name) => {
    const highlight = CSS.highlights.get(`verbatim-${name}`);
    return [...(highlight ?? [])].map((one) => {
      const range = document.createRange();
      range.setStart(one.startContainer, one.startOffset);
      range.setEnd(one.endContainer, one.endOffset);
      return range.toString();
    });
  }, layer);
}

/** The words that are selected on the page. */
export function selected(page: Page): Promise<string> {
  return page.evaluate(() => document.getSelection()?.toString() ?? '');
}

/** Changes the theme as a person does: in the box of the text's appearance. */
export async function chooseTheme(page: Page, theme: 'Paper' | 'Sepia' | 'Night'): Promise<void> {
  await page.getByRole('button', { name: 'Text and theme' }).click();
  await page.getByRole('radio', { name: theme }).check();
  await page.keyboard.press('Escape');
  // Until it is gone, the box keeps every key to itself.
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase());
}
