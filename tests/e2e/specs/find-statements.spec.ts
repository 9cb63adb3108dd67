import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { type App, expect, test } from '../driver/app.ts';
import { cardsOf, openArticle } from '../driver/reader.ts';

const title = 'Two people speak about the ferry';
const article = `---
title: ${title}
author: Tomas Reyl
date: 2024-11-14
---

The council of Port Ellery talked about its ferry for three hours on Thursday.

“We will keep every ferry running this winter,” said harbour master Ines Calloway.

“Nobody will pay for the same boat twice,” said treasurer Ola Brandt.
`;

/** Leaves the library as a version would have that suggested nothing in it, and nothing of what a person decided. */
async function asOlder(app: App): Promise<void> {
  await app.close();
  const database = new Database(join(app.library, 'library.sqlite'));
  database.exec(`DELETE FROM statements WHERE state = 'suggested'`);
  database.close();
  await app.start();
}

async function clean(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(found, where).toEqual([]);
}

const box = (page: Page) => page.getByRole('dialog', { name: 'Find statements again' });

test('statements are found again from the reader, the palette and Health; what was rejected stays away', async ({
  app,
}) => {
  await app.importFiles([await app.file('ferry.md', article)]);
  await openArticle(app.page, title);
  await expect(cardsOf(app.page)).toHaveCount(2);
  await cardsOf(app.page).filter({ hasText: 'Calloway' }).getByRole('button', { name: 'Reject' }).click();
  await expect(cardsOf(app.page)).toHaveCount(1);
  await asOlder(app);
  const { page } = app;
  await openArticle(page, title);
  await expect(cardsOf(page)).toHaveCount(0);

  await page
    .getByRole('article')
    .getByRole('button', { name: /details/ })
    .click();
  await page.getByRole('button', { name: 'Find statements again' }).click();
  await expect(box(page)).toContainText('Where they are looked for: this article.');
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await clean(page, theme);
  }
  await page.keyboard.press('Enter');
  await expect(box(page)).toContainText('1 new suggestion');
  await clean(page, 'the result');
  await page.keyboard.press('Escape');
  await expect(cardsOf(page)).toHaveCount(1);
  await expect(cardsOf(page)).toContainText('Ola Brandt');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Find statements again');
  await page.keyboard.press('Enter');
  await expect(box(page)).toContainText('this article');
  await page.keyboard.press('Escape');

  await page.getByRole('navigation').getByRole('link', { name: 'Health' }).click();
  await page.getByRole('button', { name: 'Find statements again…' }).click();
  await expect(box(page)).toContainText('Where they are looked for: all articles.');
  await page.keyboard.press('Enter');
  await expect(box(page)).toContainText('No suggestion changed');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Event log' }).click();
  await expect(page.getByText(/^Statements found again \(everything\): 1 unchanged/)).toBeVisible();
});
