import type { Page } from '@playwright/test';
import { type App, expect, test } from '../driver/app.ts';
import { expectAccessible } from '../driver/axe.ts';

/** Three articles in which one person speaks under two names, and another of her name. */
const articles: Readonly<Record<string, string>> = {
  'quay.md': `---
title: The quay stays shut
publication: Port Ellery Courier
date: 2023-03-01
---

Harbour Commissioner Jane Kast issued the following statement Wednesday:

> The quay stays shut until the last of the cranes has been looked at, and nobody will talk me out of it.
`,
  'lamps.md': `---
title: Lamps for the coast road
publication: Ellery Bay Observer
date: 2024-05-02
---

Harbour Commissioner J. Kast issued the following statement Thursday:

> Forty lamps are what this road has waited for, and this winter it will have every one of them.
`,
  'cup.md': `---
title: A cup for the rowers
publication: Ellery Bay Observer
date: 2024-06-09
---

Team captain Jane Kast issued the following statement Sunday:

> We rowed as we have rowed all year, and for once the wind was on our side of the bay.
`,
};

async function takeIn(app: App): Promise<Page> {
  const { page } = app;
  await app.importFiles(
    await Promise.all(Object.entries(articles).map(([name, text]) => app.file(`people/${name}`, text))),
  );
  await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
  await expect(people(page).getByRole('option')).toHaveCount(2);
  return page;
}

const people = (page: Page) => page.getByRole('listbox', { name: 'People and organisations' });
const words = (page: Page) => page.getByRole('listbox', { name: 'Statements, the newest first' });

test('a person in the rail leads to their words; two names are merged, and parted again days later', async ({
  app,
}) => {
  const page = await takeIn(app);
  await page.getByRole('navigation').getByRole('link', { name: 'Library' }).click();
  await page
    .getByRole('region', { name: 'People' })
    .getByRole('button', { name: /Jane Kast/ })
    .click();
  await expect(words(page).getByRole('option')).toHaveCount(2);
  await expect(page.getByRole('complementary', { name: 'About them' })).toContainText('Team captain');
  await expectAccessible(page, 'a person’s page');

  await page.keyboard.press('m');
  await page.getByRole('combobox', { name: /Who is/ }).fill('j. kast');
  await expect(page.getByRole('option', { name: /^J\. Kast/ }).last()).toBeVisible();
  await page.keyboard.press('Enter');
  await expectAccessible(page, 'merge');
  await page.getByRole('button', { name: 'Merge', exact: true }).last().click();
  await expect(words(page).getByRole('option')).toHaveCount(3);
  await expect(people(page).getByRole('option')).toHaveCount(1);

  // The page’s address leads back to it, and what was merged is parted there.
  await page.reload();
  await expect(words(page).getByRole('option')).toHaveCount(3);
  await page.getByRole('button', { name: 'Names…' }).click();
  await page.getByRole('button', { name: 'Part “J. Kast” again' }).click();
  await page.keyboard.press('Escape');
  await expect(people(page).getByRole('option')).toHaveCount(2);
  await expect(words(page).getByRole('option')).toHaveCount(2);
});

test('words of a namesake are given to somebody of their own by keyboard, and taken back', async ({ app }) => {
  const page = await takeIn(app);
  await people(page).focus();
  await page.keyboard.press('Enter');
  await expect(words(page).getByRole('option').first()).toContainText('We rowed as we have rowed');
  await expect(words(page)).toBeFocused();
  await page.keyboard.press('x');
  await expect(words(page).getByRole('option', { selected: true })).toHaveCount(1);
  await page.keyboard.press('g');
  await page.getByRole('combobox', { name: 'To whom' }).fill('Jane Kast (rower)');
  await expect(page.getByRole('option', { name: 'Somebody new: “Jane Kast (rower)”' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(people(page).getByRole('option')).toHaveCount(3);
  await expect(words(page).getByRole('option')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(people(page).getByRole('option')).toHaveCount(2);
  await expect(words(page).getByRole('option')).toHaveCount(2);
});

test('names that may be one are told apart, and the room fits a narrow window and twice the size', async ({ app }) => {
  const page = await takeIn(app);
  await page.getByRole('button', { name: 'Names that may be one' }).click();
  const pairs = page.getByRole('list', { name: 'Pairs of names' });
  await expect(pairs.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page, 'proposals');
  await pairs.getByRole('button', { name: 'Two people' }).click();
  await expect(page.getByRole('heading', { name: 'No two names look like one' })).toBeVisible();
  await page.keyboard.press('Escape');
  await people(page).getByRole('option').first().click();
  for (const [width, height] of [
    [1024, 768],
    [640, 400],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(people(page)).toBeHidden();
    await words(page).getByRole('option').first().scrollIntoViewIfNeeded();
    await expect(words(page).getByRole('option').first()).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await expectAccessible(page, `${width} pixels wide`);
  }
  await page.getByRole('button', { name: 'All people' }).click();
  await expect(people(page)).toBeVisible();
});
