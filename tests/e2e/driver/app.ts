import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test';
import type { CommandName } from '../../../main/contract/index.ts';
import { startElectron } from '../hosts/electron.ts';
import { startElectronDouble } from '../hosts/electron-double/host.ts';
import { startReadingRoom } from '../hosts/reading-room.ts';
import type { HostName, HostStart, RunningHost } from './host.ts';
import { projectRoot, type TerminalResult, terminal } from './process.ts';

const starters: Readonly<Record<HostName, (start: HostStart) => Promise<RunningHost>>> = {
  'reading-room': startReadingRoom,
  'electron-double': startElectronDouble,
  electron: startElectron,
};

/** A running Verbatim on a library of its own, and what a person would do with it. */
export class App {
  /** The library's folder. */
  readonly library: string;
  /** A folder for whatever the test needs. */
  readonly folder: string;
  readonly #context: BrowserContext;
  readonly #hostName: HostName;
  #host: RunningHost | null = null;

  constructor(folder: string, hostName: HostName, context: BrowserContext) {
    this.folder = folder;
    this.library = join(folder, 'Library');
    this.#hostName = hostName;
    this.#context = context;
  }

  get host(): RunningHost {
    if (this.#host === null) throw new Error('Verbatim is not running');
    return this.#host;
  }
  get page(): Page {
    return this.host.page;
  }

  /** Starts Verbatim; again after `kill` or `close`, on the same library. */
  async start(): Promise<void> {
    this.#host = await starters[this.#hostName]({
      library: this.library,
      home: join(this.folder, 'home'),
      context: this.#context,
    });
  }
  /** Ends it without warning. */
  async kill(): Promise<void> {
    await this.#host?.kill();
    if (this.#hostName !== 'electron') await this.#host?.page.close();
    this.#host = null;
  }
  /** Ends it in order. */
  async close(): Promise<void> {
    await this.#host?.close();
    this.#host = null;
  }

  /** Writes a file of the test and gives its path. Folders in the name are made. */
  async file(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(this.folder, 'files', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return path;
  }
  /** The path of a fixture, from `tests/fixtures` on. */
  fixture(name: string): string {
    return join(projectRoot, 'tests', 'fixtures', name);
  }

  /** Does what opens a file or folder dialog and answers it with these paths. */
  choose(paths: readonly string[], action: () => Promise<void>): Promise<void> {
    return this.host.choose(paths, action);
  }
  /** Does what begins an export; gives the path where the package is (or will be) when it is done. */
  save(name: string, action: () => Promise<void>): Promise<string> {
    return this.host.save(join(this.folder, 'exports', name), action);
  }

  /** Takes files in through the Import room and waits for the end of the import. */
  async importFiles(paths: readonly string[]): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
    const room = this.page.getByRole('main');
    await this.choose(paths, () => room.getByRole('button', { name: 'Add articles…' }).click());
    await this.importEnded();
  }
  /** Begins to take files in through the Import room, and doesn't wait. */
  async beginImport(paths: readonly string[]): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
    await this.choose(paths, () => this.page.getByRole('main').getByRole('button', { name: 'Add articles…' }).click());
  }
  /** Waits until the import that runs (or is about to) has ended, as the page tells it. */
  async importEnded(): Promise<void> {
    await expect(this.page.locator('[data-import="ended"]')).toBeVisible({ timeout: 180_000 });
  }

  /** Drops files on a part of the page, as from the system's file manager. */
  async drop(paths: readonly string[], onto: Locator): Promise<void> {
    const files = await Promise.all(
      paths.map(async (path) => ({
        name: basename(path),
        path,
        type: extname(path) === '.html' ? 'text/html' : 'text/plain',
        bytes: (await readFile(path)).toString('base64'),
      })),
    );
    const data = await this.page.evaluateHandle((list) => {
      const transfer = new DataTransfer();
      for (const { name, path, type, bytes } of list) {
        // The desktop's double tells the preload where a file lies, which a page cannot.
        (window as unknown as { __pathOf?: Map<string, string> }).__pathOf?.set(name, path);
        transfer.items.add(new File([Uint8Array.from(atob(bytes), (unit) => unit.charCodeAt(0))], name, { type }));
      }
      return transfer;
    }, files);
    for (const type of ['dragenter', 'dragover', 'drop']) await onto.dispatchEvent(type, { dataTransfer: data });
  }

  /** Chooses an entry of the native menu; false where the host has none. */
  menu(command: CommandName): Promise<boolean> {
    return this.host.menu(command);
  }
  /** Runs a command of the terminal on this library: `terminal('search', 'pier', '--json')`. */
  terminal(command: string, ...options: readonly string[]): Promise<TerminalResult> {
    return terminal(command, this.library, ...options);
  }
}

interface Options {
  readonly hostName: HostName;
  /** Paths that are in the library before Verbatim starts; from `tests/fixtures` on, or absolute. */
  readonly seed: readonly string[];
}

/**
 * The specs' `test`. Each test has a library of its own in a new folder, the host of its project
 * running on it, and leaves nothing behind.
 */
export const test = base.extend<Options & { readonly app: App }, { readonly filled: FilledLibraries }>({
  hostName: ['reading-room', { option: true }],
  seed: [[], { option: true }],
  filled: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const filled = new FilledLibraries();
      try {
        await use(filled);
      } finally {
        await filled.clear();
      }
    },
    { scope: 'worker' },
  ],
  app: async ({ hostName, seed, filled, context }, use, information) => {
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-e2e-'));
    const app = new App(folder, hostName, context);
    try {
      if (seed.length > 0) await cp(await filled.with(seed), app.library, { recursive: true });
      await app.start();
      await use(app);
      if (information.status === information.expectedStatus) await app.close();
    } finally {
      await app.kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  },
});
export { expect };

/** Filled libraries, each imported once and copied for every test that begins with it. */
class FilledLibraries {
  readonly #libraries = new Map<string, string>();

  /** The folder of a library that holds what these paths hold, as the terminal imported it. Not to be opened, only copied. */
  async with(seed: readonly string[]): Promise<string> {
    const key = JSON.stringify(seed);
    const known = this.#libraries.get(key);
    if (known !== undefined) return known;
    const library = join(await mkdtemp(join(tmpdir(), 'verbatim-e2e-seed-')), 'Library');
    const fixtures = join(projectRoot, 'tests', 'fixtures');
    const paths = seed.map((path) => (path.startsWith('/') ? path : join(fixtures, path)));
    const { code, stdout, stderr } = await terminal('import', library, ...paths);
    if (code !== 0) throw new Error(`the library could not be filled (${code}): ${stdout}${stderr}`);
    this.#libraries.set(key, library);
    return library;
  }

  async clear(): Promise<void> {
    for (const library of this.#libraries.values())
      await rm(dirname(library), { recursive: true, force: true, maxRetries: 3 });
  }
}
