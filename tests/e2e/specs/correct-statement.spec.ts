import type { Page } from '@playwright/test';
import { type App, expect, test } from '../driver/app.ts';
import { expectAccessible } from '../driver/axe.ts';
import { cardsOf, openArticle, painted, selectByMouse } from '../driver/reader.ts';

const title = 'The north quay stays shut';
const article = `---
title: ${title}
publication: Port Ellery Courier
date: 2024-05-02
---

The harbour board met on Tuesday and talked about the north quay for three hours.

“We will not open the quay,” said harbour master Ines Alder, “not this winter. Nobody asks for it.”

The board meets again on Thursday, and the basin stays open until then, as it does every year.
`;

async function openQuay(app: App): Promise<Page> {
  const { page } = app;
  await app.importFiles([await app.file('quay.md', article)]);
  await openArticle(page, title);
  await expect(cardsOf(page)).toHaveCount(1);
  return page;
}

const card = (page: Page) => cardsOf(page).filter({ hasText: 'Ines Alder' });
const told = (page: Page) => page.locator('.reader > [role="status"]');

test('the words are corrected by word and by sentence, seen in the text meanwhile, kept as one act and taken back', async ({
  app,
}) => {
  const page = await openQuay(app);
  await page.keyboard.press(']');
  await page.keyboard.press('b');
  const editor = page.getByRole('group', { name: 'Correct the words' });
  await expect(editor.getByRole('button', { name: 'Begin earlier by a word' }).first()).toBeFocused();
  const before = ['We will not open the quay,', 'not this winter. Nobody asks for it.'];
  await expect.poll(() => painted(page, 'draft')).toEqual(before);

  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => painted(page, 'draft')).toEqual(['not open the quay,', before[1]]);
  await expect(told(page)).toHaveText('Begins: not open the quay,');
  const ends = editor.getByRole('group', { name: 'Ends (part 2)' });
  await ends.getByRole('button', { name: 'End earlier by a sentence' }).click();
  await expect.poll(() => painted(page, 'draft')).toEqual(['not open the quay,', 'not this winter.']);
  // The keys move the edge that was touched last.
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => painted(page, 'draft')).toEqual(['not open the quay,', 'not this']);
  await expectAccessible(page, 'while the words are corrected');

  // Escape takes all of it back.
  await page.keyboard.press('Escape');
  await expect(editor).toBeHidden();
  await expect.poll(() => painted(page, 'draft')).toEqual([]);
  await expect.poll(() => painted(page, 'active')).toEqual(before);

  await page.keyboard.press('b');
  await ends.getByRole('button', { name: 'End earlier by a sentence' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(editor).toBeHidden();
  await expect.poll(() => painted(page, 'active')).toEqual([before[0], 'not this winter.']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => painted(page, 'active')).toEqual(before);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => painted(page, 'active')).toEqual([before[0], 'not this winter.']);

  const { stdout } = await app.terminal('statements', '--json');
  expect(stdout).toContain('We will not open the quay, […] not this winter.');
});

test('parts are joined, and selected words left out', async ({ app }) => {
  const page = await openQuay(app);
  await page.keyboard.press(']');
  await page.keyboard.press('b');
  const editor = page.getByRole('group', { name: 'Correct the words' });
  await editor.getByRole('button', { name: 'Join the two parts' }).click();
  const whole = 'We will not open the quay,” said harbour master Ines Alder, “not this winter. Nobody asks for it.';
  await expect.poll(() => painted(page, 'draft')).toEqual([whole]);
  await selectByMouse(page, 'said harbour master Ines Alder');
  await editor.getByRole('button', { name: 'Leave the selected words out' }).click();
  await expect
    .poll(() => painted(page, 'draft'))
    .toEqual(['We will not open the quay,', 'not this winter. Nobody asks for it.']);
});

test('speaker, kind and day are corrected where they stand; Escape takes a value back, undo an act', async ({
  app,
}) => {
  const page = await openQuay(app);
  await page.keyboard.press(']');
  const day = card(page).getByRole('button', { name: 'day not stated' });
  await day.click();
  const field = card(page).getByRole('textbox', { name: 'Said on' });
  await expect(field).toBeFocused();
  await field.fill('2024-04-31');
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'a day that is none');
  await page.keyboard.press('Escape');
  await expect(day).toBeFocused();
  await page.keyboard.press('Enter');
  await field.fill('2024-04-30');
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('button', { name: 'Tue 30 Apr 2024' })).toBeVisible();
  await expect(card(page).getByRole('button', { name: 'Confirm' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(day).toBeVisible();

  await card(page).getByRole('button', { name: 'direct', exact: true }).click();
  await expectAccessible(page, 'the kinds');
  await card(page).getByRole('button', { name: 'mixed', exact: true }).click();
  await expect(card(page).getByRole('button', { name: 'mixed', exact: true })).toBeFocused();
  await expect(card(page).getByRole('group', { name: 'Correct the kind' })).toBeHidden();

  await card(page).getByRole('button', { name: 'Ines Alder', exact: true }).click();
  const form = page.getByRole('form', { name: 'Correct the speaker' });
  await form.getByRole('combobox', { name: 'Speaker' }).fill('');
  await form.getByRole('textbox', { name: /described as/ }).fill('a spokeswoman for the port');
  await expectAccessible(page, 'the speaker');
  await form.getByRole('button', { name: 'Save' }).click();
  const described = cardsOf(page).getByRole('button', { name: 'a spokeswoman for the port' });
  await expect(described).toBeVisible();
  await described.click();
  await form.getByRole('textbox', { name: /described as/ }).fill('a clerk of the port');
  await page.keyboard.press('Escape');
  await expect(described).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(card(page).getByRole('button', { name: 'Ines Alder', exact: true })).toBeVisible();
});
