import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../driver/app.ts';
import { openArticle } from '../driver/reader.ts';

/** One statement an article, so that every row is told from the others by its words. */
const said = [
  ['Ines Alder', 'The quay stays open through the winter, whatever it costs.'],
  ['Tomas Reyl', 'Nobody asked the fishermen before the gates were ordered.'],
  ['Lena Park', 'The school needs a roof before it needs another study.'],
  ['Otto Marsh', 'The bridge was safe on the day that we signed for it.'],
] as const;

function row(page: Page, words: string) {
  return page.getByRole('row', { name: new RegExp(words) });
}
const cursor = (page: Page) => page.getByRole('row', { selected: true });

test.beforeEach(async ({ app }) => {
  const files = said.map(([speaker, words], index) =>
    app.file(
      `triage/${index}.md`,
      `---
title: What ${speaker} said
publication: Port Ellery Courier
date: 2024-11-2${9 - index}
---

The council met on Monday evening.

“${words}” said ${speaker}.
`,
    ),
  );
  await app.importFiles(await Promise.all(files));
});

test('a list of suggestions is gone through by keyboard alone, each decision can be taken back, and no row moves', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('navigation').getByRole('link', { name: 'Statements' }).click();
  await expect(page.getByRole('row')).toHaveCount(5);
  await expect(cursor(page)).toContainText('The quay stays open');

  await page.keyboard.press('a');
  await expect(row(page, 'The quay stays open')).toContainText('Confirmed');
  await expect(cursor(page)).toContainText('Nobody asked');
  await page.keyboard.press('r');
  await expect(row(page, 'Nobody asked')).toContainText('Rejected');
  await expect(cursor(page)).toContainText('The school needs');
  await expect(page.getByRole('row')).toHaveCount(5);

  // Undone, the decision is open again, and the cursor stands on it.
  await page.keyboard.press('Control+z');
  await expect(row(page, 'Nobody asked')).toContainText('Suggested');
  await expect(cursor(page)).toContainText('Nobody asked');
  await page.keyboard.press('a');
  await page.keyboard.press('a');
  await page.keyboard.press('a');
  await expect(page.getByText('No further statement waits below.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Confirmed/ })).toHaveCount(4);

  // Back to a suggestion without undo; the cursor stays.
  await page.keyboard.press('u');
  await expect(cursor(page)).toContainText('The bridge was safe');
  await expect(cursor(page)).toContainText('Suggested');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('while only suggestions are listed, what is decided stays in its place until the list is asked anew', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('navigation').getByRole('link', { name: 'Statements' }).click();
  await page.getByRole('combobox', { name: 'State' }).selectOption('suggested');
  await page.getByRole('grid').focus();
  await expect(page.getByRole('row')).toHaveCount(5);
  await page.keyboard.press('a');
  await page.keyboard.press('r');
  await expect(row(page, 'Nobody asked')).toContainText('Rejected');
  await expect(row(page, 'The quay stays open')).toContainText('Confirmed');
  await expect(page.getByRole('row')).toHaveCount(5);
  await expect(cursor(page)).toContainText('The school needs');
  await page.getByRole('navigation').getByRole('link', { name: 'Library' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Statements' }).click();
  await expect(page.getByRole('row')).toHaveCount(3);
});

test('the reader has the same keys, and both lists of keys tell them', async ({ app }) => {
  const { page } = app;
  await openArticle(page, 'What Otto Marsh said');
  const active = page.locator('.cards > .active');
  await page.keyboard.press(']');
  await expect(active).toContainText('Otto Marsh');
  await page.keyboard.press('a');
  await expect(active).toContainText('Confirmed');
  await page.keyboard.press('u');
  await expect(active).not.toContainText('Confirmed');
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  for (const label of ['Confirm the statement (accept it)', 'Reject the statement', 'Its words elsewhere'])
    await expect(keys).toContainText(label);
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await expect(page.locator('.cards > *')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.cards > *')).toHaveCount(1);

  await page.getByRole('navigation').getByRole('link', { name: 'Statements' }).click();
  await expect(page.getByRole('row')).toHaveCount(5);
  await page.keyboard.press('?');
  for (const label of ['Confirm the statement (accept it)', 'Make it a suggestion again', 'Its words elsewhere'])
    await expect(keys).toContainText(label);
});

test('several are chosen and decided about in one act, which one undo takes back; a speaker is corrected for all of them', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('navigation').getByRole('link', { name: 'Statements' }).click();
  await expect(page.getByRole('row')).toHaveCount(5);
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('toolbar', { name: 'What is chosen' });
  await expect(bar).toContainText('2 chosen');
  await expect(cursor(page)).toHaveCount(2);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('a');
  await expect(page.getByText('2 statements confirmed.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Confirmed/ })).toHaveCount(2);
  await expect(bar).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('row', { name: /Suggested/ })).toHaveCount(4);

  await page.keyboard.press('Control+a');
  await expect(bar).toContainText('All 4 chosen');
  await page.keyboard.press('e');
  const box = page.getByRole('dialog', { name: 'Who says these 4 statements' });
  // A field that suggests names.
  await box.getByRole('combobox').fill('Nora Vance');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Nora Vance/ })).toHaveCount(4);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('row', { name: /Nora Vance/ })).toHaveCount(0);
  await expect(row(page, 'Nobody asked')).toContainText('Tomas Reyl');
  await expect(row(page, 'Nobody asked')).toContainText('Suggested');
});
