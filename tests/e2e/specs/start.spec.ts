import { expect, test } from '../driver/app.ts';

test('a first start offers the sample collection and adding articles', async ({ app }) => {
  await expect(app.page.getByRole('button', { name: 'Open sample collection' })).toBeVisible();
  await expect(app.page.getByRole('button', { name: 'Add articles…' })).toBeVisible();
});

test('files that are chosen are taken in', async ({ app }) => {
  const path = await app.file(
    'pier.txt',
    'Port Ellery will rebuild its pier\n\nThe council agreed on Tuesday to rebuild the pier.\n',
  );
  await app.importFiles([path]);
  await expect(app.page.getByRole('main')).toContainText('pier.txt');
});
