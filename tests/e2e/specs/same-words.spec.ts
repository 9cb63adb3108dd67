import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../driver/app.ts';
import { articleOf, cardsOf, openArticle } from '../driver/reader.ts';

const title = 'Harbour wardens will not check papers';
test.use({ seed: ['reading/wardens.md'] });

const other = `---
title: What the commissioner said about trust
publication: Harbour Herald
date: 2024-11-13
---

# What the commissioner said about trust

“For nine years the wardens of this harbour have worked to be people whom a sailor can walk up to,” said Marek Doule.

Nobody on the board wanted to add anything on Monday.
`;

test('a statement’s words elsewhere are listed with what differs and who says them there', async ({ app }) => {
  const { page } = app;
  await app.importFiles([await app.file('herald.md', other)]);
  await openArticle(page, title);
  const card = cardsOf(page).filter({ hasText: 'Ines Alder' }).first();
  await card.getByText('Ines Alder').click();
  await page.keyboard.press('w');
  const box = page.getByRole('dialog', { name: 'Same words elsewhere' });
  await expect(box.getByRole('status')).toHaveText('In 1 other article, oldest first.');
  const found = box.getByRole('listitem');
  await expect(found).toContainText('Harbour Herald · 13 Nov 2024');
  await expect(found).toContainText('altered');
  await expect(found).toContainText('said by somebody else: Marek Doule');
  await expect(found.locator('ins')).toContainText('sailor');
  await expect(found.locator('del').first()).toContainText('deckhand');
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
  await found.getByRole('button', { name: 'What the commissioner said about trust' }).click();
  await expect(articleOf(page)).toContainText('whom a sailor can walk up to');

  // From there, the other way round; and by the ledger's key.
  await page.getByRole('navigation').getByRole('link', { name: 'Statements' }).click();
  await page.getByRole('row').filter({ hasText: 'a sailor' }).click();
  await page.keyboard.press('w');
  await expect(box.getByRole('listitem')).toContainText('said by somebody else: Ines Alder');
});
