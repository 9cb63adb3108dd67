import { expect, test } from '../driver/app.ts';
import { articleOf, cardsOf, clickWords, openArticle, painted, selectByMouse } from '../driver/reader.ts';

const title = 'Harbour wardens will not check papers';
test.use({ seed: ['reading/wardens.md'] });

test('a highlight by mouse covers just the words that were selected', async ({ app }) => {
  const { page } = app;
  const words = 'Two of them refused and were moved to the night ferry.';
  await openArticle(page, title);
  await selectByMouse(page, words);
  await page.getByRole('button', { name: 'Highlight: Green' }).click();
  await expect.poll(() => painted(page, 'green')).toEqual([words]);
  await expect(cardsOf(page)).toHaveCount(3);
  await app.close();
  const { stdout } = await app.terminal('annotations');
  expect(stdout).toContain(words);
});

test('overlapping highlights stay apart, and a click goes through them', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await selectByMouse(page, 'It has forty-one entries. Most of them are for one warden');
  await page.getByRole('button', { name: 'Highlight: Amber' }).click();
  await expect(cardsOf(page)).toHaveCount(3);
  await selectByMouse(page, 'Most of them are for one warden, who has since left');
  await page.getByRole('button', { name: 'Highlight: Rose' }).click();
  await expect(cardsOf(page)).toHaveCount(4);
  await expect.poll(() => painted(page, 'overlap')).toEqual(['Most of them are for one warden']);
  const active = page.locator('.cards > .active');
  await clickWords(page, 'Most of them');
  const first = await active.getAttribute('data-entry');
  await clickWords(page, 'Most of them');
  await expect(active).not.toHaveAttribute('data-entry', String(first));
  await clickWords(page, 'Most of them');
  await expect(active).toHaveAttribute('data-entry', String(first));
});

test('a note is written in Markdown, shown as text and elements only, and edited', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await selectByMouse(page, 'Nobody has ever been seen to stay until the end.');
  await page
    .getByRole('toolbar', { name: /selection/ })
    .getByRole('button', { name: /Note/ })
    .click();
  await page
    .getByRole('textbox', { name: 'Note, in Markdown' })
    .fill('Ask **Reyl**. <img src=x onerror="document.title=1">');
  await page.getByRole('button', { name: 'Save' }).click();
  const card = cardsOf(page).filter({ hasText: 'Ask Reyl.' });
  await expect(card.locator('strong')).toHaveText('Reyl');
  await expect(card).toContainText('<img src=x');
  await expect(card.locator('img')).toHaveCount(0);

  await card.click();
  await card.getByRole('button', { name: 'Edit the note' }).click();
  await page.getByRole('textbox', { name: 'Note, in Markdown' }).fill('Asked.');
  await page.keyboard.press('Control+Enter');
  await expect(cardsOf(page).filter({ hasText: 'Asked.' })).toHaveCount(1);
  await card.waitFor({ state: 'detached' });
});

test('codes are made as one types, and found again on another passage', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await selectByMouse(page, 'It takes about four minutes.');
  await page
    .getByRole('toolbar', { name: /selection/ })
    .getByRole('button', { name: /Code/ })
    .click();
  const field = page.getByRole('combobox', { name: 'Codes' });
  await field.fill('policy / continuity');
  await page.getByRole('option', { name: 'Create “policy › continuity”' }).click();
  await expect(page.locator('.draft-card .code-chips .code-chip')).toHaveText(/policy › continuity/);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(cardsOf(page).last()).toContainText('policy › continuity');

  await selectByMouse(page, 'A warden’s training takes eleven weeks.');
  await page
    .getByRole('toolbar', { name: /selection/ })
    .getByRole('button', { name: /Code/ })
    .click();
  await field.fill('CONT');
  await expect(page.getByRole('option').first()).toHaveText('policy › continuity');
  await field.press('Enter');
  await field.press('Control+Enter');
  await expect(cardsOf(page).filter({ hasText: 'policy › continuity' })).toHaveCount(2);
});

test('a statement is made with the speaker offered from the article’s people', async ({ app }) => {
  const { page } = app;
  const words = 'Nobody at the table thought that it would be the last time.';
  await openArticle(page, title);
  await selectByMouse(page, words);
  await page
    .getByRole('toolbar', { name: /selection/ })
    .getByRole('button', { name: /Statement/ })
    .click();
  const draft = page.getByRole('region', { name: /^A statement of “Nobody/ });
  await draft.getByRole('button', { name: 'Marek Doule', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Speaker' })).toHaveValue('Marek Doule');
  await page.getByRole('textbox', { name: 'Said on' }).fill('2024-11-31');
  await page.getByRole('button', { name: 'Make a statement' }).click();
  await expect(page.getByRole('alert')).toContainText('Write a date');
  await page.getByRole('textbox', { name: 'Said on' }).fill('2024-11');
  await page.getByRole('button', { name: 'Make a statement' }).click();
  // What he says in quotation marks is suggested beside it.
  const card = cardsOf(page).filter({ hasText: 'Marek Doule' }).filter({ hasText: 'Confirmed' });
  await expect(card).toContainText('Nov 2024');
  await expect.poll(() => painted(page, 'statement')).toContain(words);
  await app.close();
  const { stdout } = await app.terminal('statements', '--json');
  const made = stdout.split('\n').find((line) => line.includes(words)) ?? '{}';
  expect(JSON.parse(made)).toMatchObject({
    text: words,
    speaker: { name: 'Marek Doule' },
    kind: 'indirect',
    state: 'confirmed',
    said: '2024-11',
  });
});

test('a suggestion is confirmed, corrected and rejected from its card', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  const card = cardsOf(page).filter({ hasText: 'Ines Alder' });
  await card.getByRole('button', { name: 'Confirm' }).click();
  await expect(card).toContainText('Confirmed');
  await card.getByRole('button', { name: 'Correct e', exact: true }).click();
  await page.getByRole('textbox', { name: 'Organisation then' }).fill('Port Ellery Harbour Board');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(card).toContainText('Harbour Commissioner · Port Ellery Harbour Board');
  await card.getByRole('button', { name: 'Reject' }).click();
  await expect(page.locator('.in-statement')).toHaveCount(0);
  await expect(cardsOf(page)).toHaveCount(1);
  await page.locator('.notices').getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.in-statement')).toHaveCount(1);
});

test('what is copied are the exact words, alone or with their citation', async ({ app, context }) => {
  test.skip(app.host.name !== 'reading-room', 'the page of the desktop cannot read the clipboard');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { page } = app;
  await openArticle(page, title);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await selectByMouse(page, 'less safe.The council is to debate');
  await page.keyboard.press('Control+c');
  expect(await copied()).toBe('less safe.\n\nThe council is to debate');
  await page.keyboard.press('y');
  await expect(page.getByText('Copied with its citation.').first()).toBeVisible();
  expect(await copied()).toContain('Port Ellery Courier');
  await page.keyboard.press('Escape');
  await cardsOf(page)
    .first()
    .getByRole('button', { name: /Copy \+ cite/ })
    .click();
  await expect.poll(copied).toContain('For nine years the wardens');
  expect(await copied()).toContain('Ines Alder');
  await expect(articleOf(page)).toBeVisible();
});

test('the card of a long statement stays in view beside it', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 420 });
  await openArticle(page, title);
  const card = cardsOf(page).filter({ hasText: 'Ines Alder' }).first();
  await expect(card).toBeVisible();
  const second = articleOf(page).getByText('The procedures that tell our wardens');
  await second.evaluate((paragraph) => paragraph.scrollIntoView({ block: 'start' }));
  await expect(articleOf(page).getByText('For nine years the wardens of this harbour')).not.toBeInViewport();
  await expect(card.getByText('Ines Alder')).toBeInViewport();
  // Behind its passage it is gone with it.
  await page.getByText('Nobody has ever been seen to stay').evaluate((paragraph) => paragraph.scrollIntoView());
  await expect(card).not.toBeInViewport();
});
