import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { BrowserContext, Frame, Page, Route } from '@playwright/test';
import type { HostStart, RunningHost } from '../../driver/host.ts';
import { end, projectRoot } from '../../driver/process.ts';
import type { FrameFacts, QuestionName, Questions, ToProgram, ToTest } from './messages.ts';
import { preloadScript } from './page-preload.ts';

/** Chromium knows no scheme of ours, so the page lives at an address that nobody has and is told back in ours. */
const pageOrigin = 'https://verbatim-app.invalid';
const ownOrigin = 'verbatim://app';
const toPage = (url: string) => url.replace(ownOrigin, pageOrigin);
const toOwn = (url: string) => url.replace(pageOrigin, ownOrigin);

/** Starts the desktop's real entry, as built, with the double in Electron's place. */
export async function startElectronDouble(
  { library, home, context }: HostStart,
  more: readonly string[] = [],
): Promise<ElectronDouble> {
  // The double says that the script is the program's folder, so the arguments stand where Electron puts them.
  const options = [library, `--user-data-dir=${home}`, ...more];
  const child = fork(join(projectRoot, 'dist', 'main', 'electron', 'index.js'), options, {
    execArgv: ['--import', new URL('./register.ts', import.meta.url).href],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const host = new ElectronDouble(child, await context.newPage(), context);
  await host.loaded;
  return host;
}

export class ElectronDouble implements RunningHost {
  readonly name = 'electron-double';
  readonly page: Page;
  /** Resolves when the window shows its page. */
  readonly loaded: Promise<void>;
  /** How often the program asked the system to print. */
  printed = 0;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  #lastId = 0;

  constructor(child: ChildProcess, page: Page, context: BrowserContext) {
    this.#child = child;
    this.page = page;
    this.loaded = new Promise((resolve, reject) => {
      child.on('message', (message: ToTest) => {
        if (message.type === 'load') this.#load(message.url, message.preload, context).then(resolve, reject);
        else this.#receive(message);
      });
      child.once('exit', (code) => {
        reject(new Error(`the program ended with ${code}`));
        for (const { reject: fail } of this.#waiting.values()) fail(new Error('the program has ended'));
      });
    });
  }

  /** Asks the program's half of the double. */
  ask<Name extends QuestionName>(name: Name, asked: Questions[Name]['asked']): Promise<Questions[Name]['answer']> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#tell({ type: 'question', id, name, asked });
    });
  }

  async choose(paths: readonly string[], action: () => Promise<void>): Promise<void> {
    await this.ask('dialogs', { open: paths, save: '' });
    await action();
  }
  async save(target: string, action: () => Promise<void>): Promise<string> {
    await this.ask('dialogs', { open: [], save: target });
    await action();
    return target;
  }
  menu(command: string): Promise<boolean> {
    return this.ask('menu', { command });
  }
  kill(): Promise<void> {
    return end(this.#child, 'SIGKILL');
  }
  /** Closes the window, as its button does, and waits for the program to end in order. */
  async close(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const gone = once(this.#child, 'exit');
      await this.ask('system', { event: 'close-window' });
      await gone;
    }
    await this.page.close();
  }
  get exitCode(): number | null {
    return this.#child.exitCode;
  }

  #tell(message: ToProgram): void {
    // A program that was killed is not told of it.
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  #receive(message: Exclude<ToTest, { type: 'load' }>): void {
    switch (message.type) {
      case 'answer':
      case 'failure': {
        const waiting = this.#waiting.get(message.id);
        this.#waiting.delete(message.id);
        if (message.type === 'answer') waiting?.resolve(message.value);
        else waiting?.reject(new Error(message.message));
        return;
      }
      case 'send':
        // A page that is closing has nobody left to tell.
        this.page
          .evaluate(
            ({ channel, payload }) =>
              (window as unknown as { __deliver?: (channel: string, payload: unknown) => void }).__deliver?.(
                channel,
                payload,
              ),
            { channel: message.channel, payload: message.payload },
          )
          .catch(() => undefined);
        return;
      case 'reload':
        this.page.reload().catch(() => undefined);
        return;
      case 'print':
        this.printed += 1;
        return;
    }
  }

  async #load(url: string, preload: string, context: BrowserContext): Promise<void> {
    const facts = (frame: Frame): FrameFacts => ({ url: toOwn(frame.url()), top: frame.parentFrame() === null });
    await this.page.exposeBinding('__send', ({ frame }, channel: string, args: unknown[]) =>
      this.#tell({ type: 'ipc', channel, args, frame: facts(frame) }),
    );
    await this.page.exposeBinding('__invoke', ({ frame }, channel: string, args: unknown[]) =>
      this.ask('invoke', { channel, args, frame: facts(frame) }),
    );
    await this.page.addInitScript({ content: preloadScript(preload) });
    await this.page.route('**/*', (route) => this.#answer(route));
    context.on('page', (popup) => void this.#judgePopup(popup));
    await this.page.goto(toPage(url));
    this.#tell({ type: 'loaded' });
  }

  /** Electron asks before a window opens; Chromium tells after, so a refused one is closed again. */
  async #judgePopup(popup: Page): Promise<void> {
    if ((await popup.opener()) !== this.page) return;
    const verdict = (await this.ask('windowOpen', { url: toOwn(popup.url()) })) as { readonly action: string };
    if (verdict.action === 'deny') await popup.close();
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const url = toOwn(request.url());
    try {
      const navigates = request.isNavigationRequest() && request.frame() === this.page.mainFrame();
      const leaves = navigates && this.page.url() !== 'about:blank';
      if (leaves && (await this.ask('prevented', { event: 'will-navigate', url }))) return await route.abort('aborted');
      if (!(await this.ask('request', { url }))) return await route.abort('blockedbyclient');
      const { status, headers, body } = await this.ask('fetch', { url, method: request.method() });
      await route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) });
    } catch {
      await route.abort('failed').catch(() => undefined);
    }
  }
}
