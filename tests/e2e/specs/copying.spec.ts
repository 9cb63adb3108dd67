import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../driver/app.ts';
import { cardsOf, openArticle, selectByMouse } from '../driver/reader.ts';

const title = 'Harbour wardens will not check papers';
test.use({ seed: ['reading/wardens.md'] });

/** What the clipboard holds as plain text. */
function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Copies the selection with its citation, by the key. */
async function cite(page: Page): Promise<string> {
  const before = await copied(page);
  await page.keyboard.press('y');
  await expect.poll(() => copied(page)).not.toBe(before);
  return copied(page);
}

test.beforeEach(async ({ app, context }) => {
  test.skip(app.host.name !== 'reading-room', 'the page of the desktop cannot read the clipboard');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

test('words selected in a statement are cited as its speaker’s, and what reaches beyond is told', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));

  await selectByMouse(page, 'That trust was slow to build');
  const suggested = await cite(page);
  expect(suggested).toContain('“That trust was slow to build”\n— Ines Alder');
  expect(suggested).toContain('confirmed by nobody');

  const card = cardsOf(page).filter({ hasText: 'Ines Alder' }).first();
  await page.keyboard.press('Escape');
  await card.getByRole('button', { name: 'Confirm' }).click();
  await expect(card).toContainText('Confirmed');
  await selectByMouse(page, 'That trust was slow to build');
  const confirmed = await cite(page);
  expect(confirmed).toContain('— Ines Alder');
  expect(confirmed).not.toContain('confirmed by nobody');

  await page.keyboard.press('Escape');
  await selectByMouse(page, 'less safe.The council is to debate the rules again');
  const beyond = await cite(page);
  expect(beyond).toContain('“less safe.\n\nThe council is to debate the rules again”');
  expect(beyond).toContain('Not all of these words are the speaker’s. Ines Alder');
  expect(beyond).toContain('The article’s own words: “The council is to debate the rules again”.');

  await page.keyboard.press('Escape');
  await selectByMouse(page, 'Nobody has ever been seen to stay until the end.');
  expect(await cite(page)).toContain('— Tomas Reyl, “Harbour wardens will not check papers');
});

test('a statement that its cue interrupts is copied without the cue', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
  await selectByMouse(page, 'we trust it,” said Marek Doule, secretary of the Dockers’ Union. “We would sleep better');
  const interrupted = await cite(page);
  expect(interrupted).toContain('“we trust it, […] We would sleep better”\n— Marek Doule');
  expect(interrupted).not.toContain('Not all of these words');
});

test('a citation is copied as plain text, Markdown and markup, in the form that the person wrote', async ({ app }) => {
  const { page } = app;
  await openArticle(page, title);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('How citations are copied');
  await page.keyboard.press('Enter');
  const box = page.getByRole('dialog', { name: 'How citations are copied' });
  const template = box.getByRole('textbox', { name: 'Form of a citation' });
  await expect(box.getByRole('tabpanel')).toContainText('Ines Alder, harbour commissioner');

  await template.fill('{quotation}\n{speaker}, {nonsense}');
  await expect(box.getByRole('alert')).toHaveText('{nonsense} is no placeholder.');
  await expect(box.getByRole('button', { name: 'Save' })).toBeDisabled();
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await template.fill('{speaker}:');
  await expect(box.getByRole('alert')).toContainText('Name {quotation} or {words}');
  await template.fill('{words}\n{speaker}, in ');
  await box.getByRole('button', { name: 'Insert {publication}' }).click();
  await box.getByRole('tab', { name: 'Markdown' }).click();
  await expect(box.getByRole('tabpanel')).toHaveText(
    /^> The wardens will go on .*Ines Alder, in Port Ellery Courier$/su,
  );
  await box.getByRole('button', { name: 'Save' }).click();
  await expect(box).toBeHidden();

  await selectByMouse(page, 'That trust was slow to build');
  await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
  await cite(page);
  const forms = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text();
    return {
      plain: await read('text/plain'),
      html: await read('text/html'),
      markdown: await read('web text/markdown'),
    };
  });
  expect(forms.plain).toBe(
    'That trust was slow to build\nInes Alder, in Port Ellery Courier\nWho said it is suggested by Verbatim and confirmed by nobody.',
  );
  expect(forms.html).toContain('<blockquote><p dir="auto">That trust was slow to build</p></blockquote>');
  expect(forms.markdown).toMatch(/^> That trust was slow to build\n\nInes Alder, in Port Ellery Courier\n/u);

  // Where the browser takes plain text alone, it gets that.
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    return navigator.clipboard.writeText('nothing yet');
  });
  expect(await cite(page)).toBe(forms.plain);
});
