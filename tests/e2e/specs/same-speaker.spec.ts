import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../driver/app.ts';
import { cardsOf, openArticle, painted } from '../driver/reader.ts';

const article = `---
title: The north quay stays shut
publication: Port Ellery Courier
date: 2024-05-02
---

“We will not open the quay this winter,” said harbour master Ines Alder.

“The boats have to wait,” said warden Tomas Reyl.

“Nobody has asked us for it,” said Alder.

“We meet again in the spring,” said Alder.
`;
const alder = ['We will not open the quay this winter,', 'Nobody has asked us for it,', 'We meet again in the spring,'];

test('all that one person says here is painted, listed and gone through, and leads on to all their words', async ({
  app,
}) => {
  const { page } = app;
  await app.importFiles([await app.file('quay.md', article)]);
  await openArticle(page, 'The north quay stays shut');
  await expect(cardsOf(page)).toHaveCount(4);
  const active = page.locator('.card.active');
  await page.keyboard.press(']');
  await expect(active).toContainText('1 of 3');
  await page.keyboard.press('p');
  await expect.poll(() => painted(page, 'speaker')).toEqual(alder);
  const list = active.getByRole('list', { name: 'What Ines Alder says here' });
  await expect(list.getByRole('button')).toHaveText(alder);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);

  // The words of another stand between.
  await page.keyboard.press('.');
  await expect(active).toContainText('2 of 3');
  await expect.poll(() => painted(page, 'active')).toEqual([alder[1]]);
  await page.keyboard.press('.');
  await page.keyboard.press('.');
  await expect(page.locator('.reader > [role="status"]')).toHaveText('No more words of Ines Alder that way.');
  await page.keyboard.press(',');
  await expect(active).toContainText('2 of 3');
  await list.getByRole('button', { name: alder[2] ?? '' }).click();
  await expect(active).toContainText('3 of 3');
  await active.getByRole('button', { name: 'Their words before' }).click();
  await expect(active).toContainText('2 of 3');

  await page.keyboard.press('Escape');
  await expect.poll(() => painted(page, 'speaker')).toEqual([]);
  await active.getByRole('button', { name: /All their words/ }).click();
  await expect(page.getByRole('heading', { name: 'Ines Alder' })).toBeVisible();
});
