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

test('a folder is watched from the desktop: what comes into it is taken in, until it is let go of', async ({
  app,
  hostName,
}) => {
  const { page } = app;
  await page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
  const watched = page.getByRole('region', { name: 'Watched folders' });
  if (hostName === 'reading-room') {
    await expect(page.getByRole('button', { name: 'Add articles…' })).toBeVisible();
    await expect(watched).toBeHidden();
    return;
  }
  const first = await app.file('arriving/first.txt', 'The first note\n\nThe board met on the quay for an hour.\n');
  const folder = first.slice(0, -'/first.txt'.length);
  await app.choose([folder], () => watched.getByRole('button', { name: 'Watch a folder…' }).click());
  await expect(watched).toContainText('arriving');
  const report = page.getByRole('listbox', { name: 'Lines of the report' });
  await expect(report).toContainText('The first note');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await app.file('arriving/second.txt', 'The second note\n\nThe ferry is late again, and nobody knows why.\n');
  await expect(report).toContainText('The second note');
  await watched.getByRole('button', { name: /^Stop watching/ }).click();
  await expect(watched).not.toContainText('arriving');
});
