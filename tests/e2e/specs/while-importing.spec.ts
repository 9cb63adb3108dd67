import { type App, expect, test } from '../driver/app.ts';

const files = 600;

/** Enough files that an import of them can be searched in the middle. */
async function minutes(app: App): Promise<readonly string[]> {
  const paths: string[] = [];
  for (let number = 0; number < files; number += 1)
    paths.push(
      await app.file(
        `minutes-${number}.txt`,
        `Minutes of the harbour board, sitting ${number}\n\n${`On day ${number} the board of Tessaly County met on the quay. `.repeat(200)}\n`,
      ),
    );
  return paths;
}

test('a search that is typed during an import shows what it finds, while the import goes on', async ({ app }) => {
  const { page } = app;
  const lamps = await app.file('lamps.txt', 'New lamps for the coast road\n\nForty lamps were lit above Saltmarsh.\n');
  await app.importFiles([lamps]);
  await page.getByRole('navigation').getByRole('link', { name: 'Library' }).click();
  const search = page.getByRole('searchbox');
  const saved = (words: string) =>
    page.getByRole('region', { name: 'Saved searches' }).getByRole('button', { name: new RegExp(`^${words}`) });
  for (const words of ['lamps', 'quay', 'tessaly', 'harbour', 'saltmarsh']) {
    await search.fill(words);
    await page.getByRole('button', { name: 'Save search' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(saved(words)).toBeVisible();
  }
  await expect(saved('lamps')).toHaveText(/^lamps1$/);
  await expect(saved('quay')).toHaveText(/^quay0$/);

  await app.beginImport(await minutes(app));
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Library' }).click();
  await search.fill('lamps');
  await expect(page.getByRole('option', { name: /New lamps for the coast road/ })).toBeVisible();
  // At one moment the page shows what was taken in just now, and the rail tells that more is. Asked of the page itself: it
  // takes a busy machine seconds to ask for one after the other.
  const meanwhile = page.waitForFunction(
    () =>
      [...document.querySelectorAll('[role=option]')].some((row) =>
        row.textContent?.includes('Minutes of the harbour board'),
      ) &&
      [...document.querySelectorAll('button')].some((button) =>
        `${button.getAttribute('aria-label')} ${button.textContent}`.includes('Taking in'),
      ),
    undefined,
    { timeout: 180_000 },
  );
  await search.fill('quay');
  await meanwhile;

  await page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
  await app.importEnded();
  await expect(saved('quay')).toHaveText(/^quay600$/);
});
