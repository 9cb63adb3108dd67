import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../driver/app.ts';
import { shelf } from './shelf.ts';

test('a whole library is found whole; an original that was changed behind its back is named', async ({ app }) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await page.getByRole('navigation').getByRole('link', { name: 'Health' }).click();
  await expect(page.getByRole('heading', { name: 'Not checked yet.' })).toBeVisible();
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('heading', { name: 'Everything is whole' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Verified today' })).toBeVisible();

  const originals = join(app.library, 'originals');
  const names = await readdir(originals, { recursive: true });
  const victim = names.find((name) => /[0-9a-f]{64}/.test(name));
  if (victim === undefined) throw new Error('the library has no original');
  await writeFile(join(originals, victim), 'Somebody else’s words.');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('heading', { name: '1 check found something' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'failed' })).toContainText(/original/i);
  await expect(page.getByRole('button', { name: 'A check found a fault' })).toBeVisible();
});

test('backups are made and listed, the event log tells what was done', async ({ app }) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await page.getByRole('navigation').getByRole('link', { name: 'Health' }).click();
  await page.getByRole('tab', { name: 'Integrity' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Backups' })).toBeFocused();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByRole('tabpanel').getByRole('listitem')).toHaveCount(1);
  await page.getByRole('tab', { name: 'Event log' }).click();
  const log = page.getByRole('table', { name: 'Event log' });
  await expect(log.getByRole('row', { name: /backup/ }).first()).toBeVisible();
  await expect(log.getByRole('row', { name: /import/ }).first()).toBeVisible();
});

test('the program’s log is read by keyboard and tells of the import without its words', async ({ app }) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await page.getByRole('navigation').getByRole('link', { name: 'Health' }).click();
  await page.getByRole('tab', { name: 'Integrity' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tab', { name: 'Program log' })).toBeFocused();
  const log = page.getByRole('table', { name: 'Program log' });
  await expect(log.getByRole('row', { name: /import ended.*state ended/ })).toBeVisible();
  await expect(log.getByRole('row', { name: /opened.*agent Verbatim/ })).toBeVisible();
  await expect(log).not.toContainText(/trust|harbour|\.html/i);
});

test('what was binned comes back, and is gone only after a second, confirmed act', async ({ app }) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await page.getByRole('navigation').getByRole('link', { name: 'Library' }).click();
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(4);
  await page.keyboard.press('Delete');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(3);
  await page.keyboard.press('Delete');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(2);

  await page.getByRole('navigation').getByRole('link', { name: 'Health' }).click();
  await page.getByRole('tab', { name: 'Bin 2' }).click();
  const rows = page.getByRole('tabpanel').getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await rows
    .first()
    .getByRole('button', { name: /^Restore/ })
    .click();
  await expect(rows).toHaveCount(1);

  await page.getByRole('button', { name: 'Empty the bin…' }).click();
  const question = page.getByRole('dialog', { name: 'Empty the bin?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Empty the bin…' }).click();
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('The bin is empty.')).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: /^Library 3/ })).toBeVisible();
});
