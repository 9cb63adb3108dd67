import { writeFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { type App, expect, test } from '../driver/app.ts';
import { ElectronDouble } from '../hosts/electron-double/host.ts';

const files = 400;

/** Enough files that an import of them can be caught in the middle. */
async function board(app: App): Promise<readonly string[]> {
  const paths: string[] = [];
  for (let number = 0; number < files; number += 1)
    paths.push(
      await app.file(
        `minutes-${number}.txt`,
        `Minutes of the harbour board, sitting ${number}\n\n${`On day ${number} the board of Tessaly County met. `.repeat(200)}\n`,
      ),
    );
  return paths;
}

test('an import is paused, outlives the program, and goes on to its end', async ({ app }) => {
  await app.beginImport(await board(app));
  const unfinished = () => app.page.getByRole('region', { name: 'Not finished' });
  await app.page.getByRole('button', { name: 'Pause' }).click();
  await expect(unfinished()).toContainText('Paused');
  const { violations } = await new AxeBuilder({ page: app.page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await app.close();
  await app.start();
  await app.page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
  await unfinished()
    .getByRole('button', { name: /^Resume/ })
    .click();
  await app.importEnded();
  await expect(unfinished()).toBeHidden();
  await expect(app.page.getByRole('group', { name: 'Report' }).getByRole('button', { name: 'All 400' })).toBeVisible();
});

test('an import that was killed waits to be resumed, and can be given up', async ({ app }) => {
  await app.beginImport(await board(app));
  await expect(app.page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await app.kill();
  await app.start();
  await app.page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
  const unfinished = app.page.getByRole('region', { name: 'Not finished' });
  await expect(unfinished).toContainText('Interrupted');
  await unfinished.getByRole('button', { name: /^Give up/ }).click();
  await expect(unfinished).toBeHidden();
});

test('a report is filtered, saved as CSV, and a mended file tried again from its line', async ({ app, hostName }) => {
  const { page } = app;
  const note = await app.file('in/note.txt', '');
  const lamps = await app.file('in/lamps.txt', 'New lamps for the coast road\n\nThe lamps stand since Tuesday.\n');
  await app.importFiles([note, lamps]);
  const lines = page.getByRole('listbox', { name: 'Lines of the report' });
  await page.getByRole('searchbox', { name: 'Filter by words in name, title or reason' }).fill('coast road');
  await expect(lines.getByRole('option')).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Filter by words in name, title or reason' }).fill('');
  await expect(lines.getByRole('option')).toHaveCount(2);
  const saved = await app.save('report.csv', () => page.getByRole('button', { name: 'Save as CSV…' }).click());
  await expect(page.getByText('Saved: 2 lines.')).toBeVisible();
  expect(saved).toMatch(/\.csv$/u);

  await page.getByRole('group', { name: 'Report' }).getByRole('button', { name: 'Refused 1' }).click();
  await lines.getByRole('option', { name: /note\.txt/ }).click();
  if (app.host instanceof ElectronDouble) {
    await page.getByRole('button', { name: 'Show file' }).click();
    await expect.poll(() => (app.host as ElectronDouble).ask('revealed', null)).toEqual([note]);
    await writeFile(note, 'A note from the quay\n\nThe board met on the quay for an hour.\n');
  }
  await page.getByRole('button', { name: 'Try again' }).click();
  await app.importEnded();
  const outcome = hostName === 'reading-room' ? 'Refused 1' : 'Taken 1';
  await expect(page.getByRole('group', { name: 'Report' }).getByRole('button', { name: outcome })).toBeVisible();
});
