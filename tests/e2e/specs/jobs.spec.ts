import type { Page, WebSocketRoute } from '@playwright/test';
import { type App, expect, test } from '../driver/app.ts';

const files = 60;
const many = 150;

/** Files long enough that what is done with them can be caught in the middle, and few enough to be uploaded soon. */
async function board(app: App, name = 'board', count = files): Promise<readonly string[]> {
  const paths: string[] = [];
  for (let number = 0; number < count; number += 1)
    paths.push(
      await app.file(
        `${name}-${number}.txt`,
        `Minutes of the ${name}, sitting ${number}\n\n${`On day ${number} the ${name} of Tessaly County met. `.repeat(900)}\n`,
      ),
    );
  return paths;
}

const go = (page: Page, room: string) => page.getByRole('navigation').getByRole('link', { name: room }).click();
const takingIn = (page: Page) => page.getByRole('region', { name: /^(?:Looking through|Taking in|Finishing)/ });
const report = (page: Page) => page.getByRole('group', { name: 'Report' });

test('an import goes on while its page is loaded again, and is paused and resumed from the new one', async ({
  app,
}) => {
  const { page } = app;
  await app.beginImport(await board(app, 'board', many));
  await expect(takingIn(page)).toBeVisible();
  await page.reload();
  await expect(takingIn(page)).toContainText('board-0.txt');
  await page.getByRole('button', { name: 'Pause' }).click();
  const unfinished = page.getByRole('region', { name: 'Not finished' });
  await expect(unfinished).toContainText('Paused');
  await unfinished.getByRole('button', { name: /^Resume/ }).click();
  await app.importEnded();
  await expect(report(page).getByRole('button', { name: `All ${many}` })).toBeVisible();
});

test('an export goes on while its page is loaded again, and its result is there to be fetched', async ({
  app,
  hostName,
}) => {
  const { page } = app;
  await app.importFiles(await board(app));
  await go(page, 'Export');
  await page.getByRole('radio', { name: /^BagIt in one zip file/ }).check();
  const place = `${app.folder}/files/board.zip`;
  const press = () => page.getByRole('button', { name: /^Export/ }).click();
  if (hostName === 'reading-room') await press();
  else await app.save('board.zip', press);
  await expect(page.getByRole('region', { name: /Exporting|Checking the finished package/ })).toContainText(
    'bagit-zip',
  );
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Exported', exact: true })).toBeVisible();
  await expect(page.getByText(`${files} articles`)).toBeVisible();
  if (hostName === 'reading-room') {
    const begun = page.waitForEvent('download');
    await page.getByRole('link', { name: /^Download/ }).click();
    await (await begun).saveAs(place);
  }
  await page.getByRole('button', { name: 'Another export' }).click();
  await expect(page.getByRole('button', { name: /^Export/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: /^Export/ })).toBeVisible();
});

test('a check goes on while its page is loaded again, and says what it found', async ({ app }) => {
  const { page } = app;
  await app.importFiles(await board(app));
  await go(page, 'Health');
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.reload();
  // Every copy is compared with its original, which takes a busy machine a while.
  await expect(page.getByRole('heading', { name: 'Everything is whole' })).toBeVisible({ timeout: 180_000 });
});

test('two pages of one reading room show the same imports and their reports', async ({ app, hostName }) => {
  const { page } = app;
  if (hostName !== 'reading-room') {
    await expect(page.getByRole('button', { name: 'Open sample collection' })).toBeVisible();
    return;
  }
  const other = await page.context().newPage();
  await other.goto(page.url());
  await go(other, 'Import');
  // Long enough that the next one is handed over while it runs.
  await app.beginImport(await board(app, 'board', many));
  await expect(takingIn(page)).toBeVisible();
  await expect(takingIn(other)).toContainText('board-0.txt');
  await app.beginImport(await board(app, 'quay', 1));
  await expect(other.getByRole('region', { name: 'Not finished' })).toContainText('Waiting for its turn');
  await app.importEnded();
  for (const one of [page, other]) await expect(report(one).getByRole('button', { name: 'All 1' })).toBeVisible();
  await other.close();
});

test('a broken connection leaves an import running; the page finds it again', async ({ app, hostName }) => {
  const { page } = app;
  if (hostName !== 'reading-room') {
    await expect(page.getByRole('button', { name: 'Open sample collection' })).toBeVisible();
    return;
  }
  const sockets: WebSocketRoute[] = [];
  await page.routeWebSocket(/.*/, (socket) => {
    socket.connectToServer();
    sockets.push(socket);
  });
  await page.reload();
  await app.beginImport(await board(app));
  await expect(takingIn(page)).toBeVisible();
  await sockets.at(-1)?.close();
  await expect.poll(() => sockets.length).toBe(2);
  await expect(takingIn(page)).toBeVisible();
  await app.importEnded();
  await expect(report(page).getByRole('button', { name: `All ${files}` })).toBeVisible();
});
