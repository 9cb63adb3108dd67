import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright';
import { chromiumArguments, findChromium } from '../e2e/driver/chromium.ts';
import { end, projectRoot, terminal } from '../e2e/driver/process.ts';
import { type HugePages, hugePages, hugeTitles } from '../support/huge-pages.ts';
import { buildProgram } from './built.ts';
import { ArticleGenerator, toHtmlFile } from './generator.ts';
import { milliseconds, quantile, table } from './measure.ts';

export interface ReaderBench {
  /** How often each article is opened. */
  readonly rounds: number;
}

/** What a page's own clock says of one opening, in milliseconds. */
interface Opening {
  /** From the address to the frame with the first words. */
  readonly words: number;
  /** From a key to the frame with what it does. */
  readonly key: number;
  /** The longest time in the next seconds in which the page could not have answered. */
  readonly longest: number;
}

const pages = hugePages({ first: 'Here it begins.', middle: 'Here is the middle.', last: 'Here it ends.' });
const inputs: readonly (readonly [kind: keyof HugePages, name: string, make: () => string])[] = [
  ['paragraph', 'a paragraph of 1,000,000 words', () => pages.paragraph(1_000_000)],
  ['paragraphs', '50,000 paragraphs', () => pages.paragraphs(50_000)],
  ['word', 'a word of 50,000 letters', () => pages.word(50_000)],
  ['title', 'a title of 500,000 letters', () => pages.title(500_000)],
  ['list', 'a list of 50,000 entries', () => pages.list(50_000)],
  ['table', 'a table of 20,000 rows', () => pages.table(20_000)],
];

/** Opens articles that are far too large in the built reading room, beside an ordinary one, and prints the medians. */
export async function benchReader({ rounds }: ReaderBench): Promise<void> {
  await buildProgram();
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-reader-'));
  const library = join(folder, 'Library');
  try {
    const files = join(folder, 'files');
    mkdirSync(files);
    const ordinary = new ArticleGenerator().article(1);
    writeFileSync(join(files, 'ordinary.html'), toHtmlFile(ordinary));
    for (const [kind, , make] of inputs) writeFileSync(join(files, `${kind}.html`), make());
    await terminal('import', library, files);
    const { stdout } = await terminal('articles', library, '--json');
    const found = stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { readonly id: string; readonly title: string });
    const idOf = (title: string) => found.find((one) => one.title.startsWith(title))?.id ?? '';
    const opened = [
      { name: 'an ordinary article', id: idOf(ordinary.title) },
      ...inputs.map(([kind, name]) => ({ name, id: idOf(hugeTitles[kind]) })),
    ];
    const openings = await measured(
      library,
      opened.map(({ id }) => id),
      rounds,
    );
    const median = (of: readonly Opening[], figure: keyof Opening) =>
      milliseconds(
        quantile(
          of.map((one) => one[figure]),
          0.5,
        ),
      );
    console.log(
      table([
        [`median of ${rounds}, ms`, 'first words', 'key answered', 'longest standstill after'],
        ...opened.map(({ name, id }) => {
          const own = openings.get(id) ?? [];
          return [name, median(own, 'words'), median(own, 'key'), median(own, 'longest')];
        }),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(
  library: string,
  articles: readonly string[],
  rounds: number,
): Promise<ReadonlyMap<string, readonly Opening[]>> {
  const script = join(projectRoot, 'tests/e2e/hosts/reading-room-process.ts');
  const room = spawn(process.execPath, [script, library], { stdio: ['ignore', 'pipe', 'inherit'] });
  const openings = new Map<string, Opening[]>();
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: [...chromiumArguments],
    ...(executablePath === null ? {} : { executablePath }),
  });
  try {
    const address = await new Promise<string>((resolve) =>
      createInterface({ input: room.stdout }).once('line', resolve),
    );
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(address);
    await page.locator('.row').first().waitFor();
    // In turn, so that none finds its words kept from the last time.
    for (let round = 0; round < rounds; round++)
      for (const article of articles)
        openings.set(article, [...(openings.get(article) ?? []), await openOnce(page, article)]);
  } finally {
    await browser.close();
    await end(room, 'SIGTERM');
  }
  return openings;
}

async function openOnce(page: Page, article: string): Promise<Opening> {
  await page.evaluate(() => {
    location.hash = '#/library';
  });
  await page.locator('.reader').waitFor({ state: 'detached' });
  await page.locator('.row').first().waitFor();
  return page.evaluate(async (id) => {
    const began = performance.now();
    const frame = () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(null);
        }),
      );
    location.hash = `#/reader/${id}`;
    while (document.querySelector('.column [data-start]') === null) await frame();
    await frame();
    const words = performance.now() - began;
    const standstills: number[] = [0];
    const watch = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) standstills.push(duration);
    });
    watch.observe({ type: 'longtask' });
    const pressed = performance.now();
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }),
    );
    while ((document.getSelection()?.toString() ?? '') === '') await frame();
    await frame();
    const key = performance.now() - pressed;
    await new Promise((resolve) => setTimeout(resolve, 5000));
    watch.disconnect();
    document.getSelection()?.removeAllRanges();
    return { words, key, longest: Math.max(...standstills) };
  }, article);
}
