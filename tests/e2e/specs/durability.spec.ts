import { createCore } from '../../../main/core/create-core.ts';
import { expect, test } from '../driver/app.ts';

const files = 160;

test('a program that is killed in the middle of an import loses nothing it had said was taken', async ({ app }) => {
  for (let number = 0; number < files; number += 1)
    await app.file(
      `board/minutes-${number}.txt`,
      `Minutes of the harbour board, sitting ${number}\n\n${`On day ${number} the board of Tessaly County met and agreed. `.repeat(300)}\n`,
    );
  const folder = await app.file(
    'board/last.txt',
    'The last sitting\n\nThe board of Tessaly County met for the last time.\n',
  );
  const board = folder.slice(0, -'/last.txt'.length);
  await app.page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
  await app.choose([board], () => app.page.getByRole('button', { name: 'Add a folder…' }).click());
  await expect.poll(() => taken(app), { timeout: 60_000 }).toBeGreaterThan(0);
  await app.kill();

  const atTheKill = await taken(app);
  await app.start();
  await expect(app.page.getByRole('navigation').getByRole('link', { name: 'Library' })).toContainText(
    String(atTheKill),
  );
  const check = await app.terminal('check', '--json');
  expect(check.code, check.stdout).toBe(0);

  await app.page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
  await app.choose([board], () => app.page.getByRole('button', { name: 'Add a folder…' }).click());
  await app.importEnded();
  expect(await taken(app), 'the second time brings the rest, and nothing twice').toBe(files + 1);
});

test('a library that is open elsewhere is said to be, and can be read', async ({ app }) => {
  await app.importFiles([await app.file('pier.txt', 'The pier is open\n\nThe pier of Port Ellery is open again.\n')]);
  await app.close();
  const elsewhere = createCore({ agent: 'Elsewhere' });
  try {
    await elsewhere.openLibrary(app.library, { mode: 'write' });
    await app.start();
    await app.page.getByRole('button', { name: /read/i }).click();
    await expect(app.page.getByRole('main')).toContainText('The pier is open');
  } finally {
    await elsewhere.close();
  }
});

async function taken(app: {
  terminal(command: string, ...options: string[]): Promise<{ objects(): readonly unknown[] }>;
}) {
  return (await app.terminal('articles', '--json')).objects().length;
}
