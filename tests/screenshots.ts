import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { samplePaths } from '../main/core/sample/index.ts';
import { App } from './e2e/driver/app.ts';
import { chromiumArguments, findChromium } from './e2e/driver/chromium.ts';
import { projectRoot } from './e2e/driver/process.ts';

/**
 * `npm run screenshots`: the README's pictures, from the sample collection, in the reading room. A few
 * marks are made first, so that the margin has something to show.
 */
const pictures = join(projectRoot, '.github', 'pictures');
const headline = 'Wardens will not change how they deal with crews';
const marks: readonly (readonly string[])[] = [
  [
    ...['--quote', 'That trust was slow to build.', '--color', 'amber', '--code', 'trust'],
    ...['--note', 'Compare the 2016 inquiry: *the same words* in the report’s first chapter.'],
  ],
  [
    ...[
      '--quote',
      'we will report what the law requires us to report: an open warrant, a serious offence, a danger to others.',
    ],
    ...['--color', 'blue', '--code', 'policy/duty to report', '--code', 'policy/continuity'],
  ],
];

async function openSample(app: App): Promise<void> {
  const taken = await app.terminal('import', ...samplePaths(), '--collection', 'Sample collection');
  if (taken.code !== 0) throw new Error(taken.stderr);
  const found = await app.terminal('search', '"whom a deckhand can walk up to"', '--json');
  const article = found.objects().find(({ title }) => String(title).startsWith(headline));
  for (const mark of marks) {
    const made = await app.terminal('annotate', String(article?.article), ...mark);
    if (made.code !== 0) throw new Error(made.stderr);
  }
  await app.start();
}

async function takePictures(page: Page): Promise<void> {
  const take = async (name: string) => {
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
    console.log(`.github/pictures/${name}.png`);
  };
  const theme = async (scheme: 'light' | 'dark') => page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  const link = (name: string) => page.getByRole('navigation').getByRole('link', { name });

  await theme('light');
  await page.getByRole('searchbox').fill('trust speaker:voss');
  await page.getByRole('option').filter({ hasText: headline }).first().dblclick();
  await page.locator('.cards > [data-entry]').first().waitFor();
  await take('reader-paper');
  await theme('dark');
  await take('reader-night');
  await theme('light');
  await link('Library').click();
  await page.getByRole('searchbox').fill('trust speaker:voss');
  await page.getByRole('listbox', { name: 'Articles' }).locator('mark').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await take('library-paper');
  await link('Statements').click();
  await page.getByRole('main').getByText('Marta Voss').first().waitFor();
  await take('statements-paper');
}

const build = spawnSync(process.execPath, [join(projectRoot, 'main', 'build', 'index.ts'), '--if-stale'], {
  stdio: 'inherit',
});
if (build.status !== 0) process.exit(1);
mkdirSync(pictures, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'verbatim-pictures-'));
const executablePath = findChromium();
const browser = await chromium.launch({
  args: [...chromiumArguments],
  ...(executablePath === null ? {} : { executablePath }),
});
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const app = new App(folder, 'reading-room', context);
  try {
    await openSample(app);
    await takePictures(app.page);
    await app.close();
  } finally {
    await app.kill();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
