import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../driver/app.ts';
import { projectRoot } from '../driver/process.ts';

test('the page keeps to its policy and asks nobody else', async ({ app }) => {
  const elsewhere: string[] = [];
  const violations: string[] = [];
  app.page.on('request', (request) => {
    if (new URL(request.url()).hostname !== '127.0.0.1' && !/^(data|blob):/.test(request.url()))
      elsewhere.push(request.url());
  });
  app.page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  await app.page.reload();
  await expect(app.page.getByRole('button', { name: 'Open sample collection' })).toBeVisible();
  for (const room of ['Statements', 'Import', 'Export', 'Health']) {
    await app.page.getByRole('navigation').getByRole('link', { name: room }).click();
    await expect(app.page.getByRole('main')).toHaveAttribute('data-room', room.toLowerCase());
  }
  expect(elsewhere).toEqual([]);
  expect(violations).toEqual([]);
});

test('another browser is not let in by the address alone', async ({ app, browser }) => {
  const other = await browser.newContext();
  const answer = await other.request.get(new URL('/', app.page.url()).href);
  expect(answer.status()).toBe(403);
  await other.close();
});

test('a browser enters by the file that names no secret, which then is gone', async ({ page }, information) => {
  test.skip(process.platform !== 'linux', 'the stand-in for a browser is a script that Linux starts');
  const library = information.outputPath('Library');
  // Stands for the person's browser: it writes down what it was started with.
  const bin = information.outputPath('bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'xdg-open'), `#!/bin/sh\nprintf '%s' "$*" > '${join(bin, 'asked')}'\n`, { mode: 0o755 });
  const { SSH_CONNECTION: _session, ...environment } = process.env;
  const child = spawn(process.execPath, [join(projectRoot, 'main', 'start.ts'), library, '--browser'], {
    cwd: projectRoot,
    env: { ...environment, DISPLAY: ':99', PATH: `${bin}:${process.env.PATH}` },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    const words = () => (existsSync(join(bin, 'asked')) ? readFileSync(join(bin, 'asked'), 'utf8') : '');
    await expect.poll(words).toMatch(/^file:\/\/\S+\.html$/);
    const asked = words();
    expect(asked).not.toContain('token');
    const file = fileURLToPath(asked);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await page.goto(asked);
    await expect(page.getByRole('button', { name: 'Open sample collection' })).toBeVisible();
    await expect.poll(() => existsSync(file), 'what let somebody in is removed').toBe(false);
  } finally {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
});

test('npm start without a display says why in one sentence and opens the reading room', async ({
  page,
}, information) => {
  const library = information.outputPath('Library');
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...environment } = process.env;
  test.skip(process.platform !== 'linux', 'other systems always have a display');
  const child = spawn(process.execPath, [join(projectRoot, 'main', 'start.ts'), library, '--no-open'], {
    cwd: projectRoot,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line.trim());
      if (lines.at(-1)?.startsWith('http://')) break;
    }
    expect(lines.filter((line) => /so Verbatim .* opens its reading room/.test(line))).toHaveLength(1);
    await page.goto(String(lines.at(-1)));
    await expect(page.getByRole('button', { name: 'Open sample collection' })).toBeVisible();
  } finally {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
});
