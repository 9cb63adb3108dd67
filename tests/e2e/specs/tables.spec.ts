import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../driver/app.ts';

const table = (rows: string) => `Headline,Where,Copy,Filed under\n${rows}`;

test('a table is explained once, by keyboard, and the next one with its columns is taken in without asking', async ({
  app,
}) => {
  const { page } = app;
  await app.importFiles([
    await app.file(
      'board.csv',
      table(
        'New lamps,https://courier.example/lamps,"The lamps on the coast road stand since Tuesday, the clerk said.",roads\n',
      ),
    ),
  ]);
  await expect(page.getByRole('button', { name: 'Needs a mapping 1' })).toBeVisible();
  const waiting = page.getByRole('region', { name: 'Tables to be explained' });
  await waiting.getByRole('button', { name: 'What the columns of board.csv mean…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Columns of board.csv' });
  await expect(dialog).toBeVisible();
  // A guess by the names: the headline and the copy, not the address under its odd name.
  await expect(dialog.getByRole('combobox', { name: 'What “Headline” is' })).toHaveValue('title');
  await dialog.getByRole('combobox', { name: 'What “Where” is' }).selectOption('Address');
  await dialog.getByRole('combobox', { name: 'What “Filed under” is' }).selectOption('Tags');
  const preview = dialog.getByRole('region', { name: 'The first row' });
  await expect(preview).toContainText('becomes an article');
  await expect(preview).toContainText('https://courier.example/lamps');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('columns.png') });
  await dialog.getByRole('button', { name: 'Save and take in' }).click();
  const lines = page.getByRole('listbox', { name: 'Lines of the report' });
  await expect(lines.getByRole('option', { name: /New lamps/ })).toContainText('Taken');
  await expect(waiting).toBeHidden();

  await app.importFiles([
    await app.file(
      'later.csv',
      table('The pool,https://courier.example/pool,The pool by the pier opens on Monday.,sea\n'),
    ),
  ]);
  await expect(lines.getByRole('option', { name: /The pool/ })).toContainText('Taken');
  const known = page.getByRole('region', { name: 'Known tables' });
  await known.getByRole('button', { name: 'Rename: board.csv' }).click();
  await page.getByRole('textbox').fill('The board’s table');
  await page.keyboard.press('Enter');
  await known.getByRole('button', { name: 'Forget: The board’s table' }).click();
  await expect(known).toBeHidden();
});
