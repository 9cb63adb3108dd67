import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Electron from 'electron';
import type { BrowserWindow } from 'electron';
import { type Core, createCore } from '../core/create-core.ts';
import { agent, defaultLibrary, interfaceFolder } from '../launch/installation.ts';
import { keepLastWords } from '../launch/last-words.ts';
import { Bridge } from './bridge.ts';
import { guardSession } from './guard.ts';
import { menuTemplate } from './menu.ts';
import { type Opened, pathArguments, sortOpened } from './opened-paths.ts';
import { serveScheme } from './protocol.ts';
import { startAddress, webPreferences } from './security.ts';
import { placeWindow, type Remembered, recall, remember } from './window-state.ts';

/** The parts of Electron that the application uses. */
export type ElectronParts = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'clipboard'
  | 'ClipboardItem'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'protocol'
  | 'screen'
  | 'session'
  | 'shell'
>;

const preload = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './preload.cts' : './preload.cjs', import.meta.url),
);

/** The desktop program: one core, one window. */
export class Application {
  readonly #electron: ElectronParts;
  readonly #core: Core = createCore({ agent: agent() });
  #window: { readonly window: BrowserWindow; readonly bridge: Bridge } | null = null;
  #started = false;
  /** What was asked for before the start. */
  #early: string[] = [];
  #remembered: Remembered = { library: null, bounds: null, maximized: false };
  #closed = false;

  constructor(electron: ElectronParts) {
    this.#electron = electron;
    keepLastWords(this.#core);
  }

  /** Runs once the application is ready. */
  async start(): Promise<void> {
    const { session, protocol } = this.#electron;
    this.#remembered = await recall(this.#stateFile());
    await guardSession(session.defaultSession);
    serveScheme(protocol, this.#core, interfaceFolder);
    this.#core.on('library.state', (state) => {
      if (state.status === 'open') this.#remembered = { ...this.#remembered, library: state.library.path };
    });
    const asked = await sortOpened(
      [...pathArguments(process.argv, this.#programFolder()), ...this.#early],
      process.cwd(),
    );
    this.#early = [];
    this.#started = true;
    this.#openWindow();
    await this.#core.openLibrary(asked.library ?? this.#usualLibrary(), { mode: 'write', orRead: true });
    this.#showOpened({ library: null, documents: asked.documents });
  }

  /** A second start: its arguments count here, and the window comes to the front. */
  async openAgain(argv: readonly string[], folder: string): Promise<void> {
    this.#showOpened(await sortOpened(pathArguments(argv, this.#programFolder()), folder));
    this.#window?.window.show();
    this.#window?.window.focus();
  }

  /** A file that the system opened with Verbatim. */
  async openFile(path: string): Promise<void> {
    if (!this.#started) this.#early.push(path);
    else this.#showOpened(await sortOpened([path], process.cwd()));
  }

  /** The dock's icon was clicked; on a Mac the program outlives its window. */
  activate(): void {
    if (this.#started && this.#window === null) this.#openWindow();
  }

  /** Ends the program in order: what runs is cancelled and the library closed. True once there is nothing left to do. */
  quit(): boolean {
    if (this.#closed) return true;
    this.#closed = true;
    this.#noteWindow();
    Promise.all([this.#core.close(), remember(this.#stateFile(), this.#remembered)])
      .catch((error: unknown) => console.error(error))
      .finally(() => this.#electron.app.quit());
    return false;
  }

  #showOpened({ library, documents }: Opened): void {
    this.activate();
    if (library !== null) void this.#core.openLibrary(library, { mode: 'write', orRead: true });
    if (documents.length > 0) this.#window?.bridge.openFiles(documents);
  }

  #openWindow(): void {
    const { BrowserWindow, ClipboardItem, Menu, clipboard, dialog, ipcMain, screen, shell } = this.#electron;
    const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
    const window = new BrowserWindow({
      ...placeWindow(this.#remembered.bounds, screens),
      minWidth: 720,
      minHeight: 480,
      show: false,
      title: 'Verbatim',
      webPreferences: { ...webPreferences, preload },
    });
    const bridge = new Bridge({ ipcMain, dialog, shell, clipboard, ClipboardItem, core: this.#core }, window);
    this.#window = { window, bridge };
    Menu.setApplicationMenu(
      Menu.buildFromTemplate([...menuTemplate(process.platform, (command) => bridge.command(command))]),
    );
    if (this.#remembered.maximized) window.maximize();
    window.once('ready-to-show', () => window.show());
    window.on('close', () => this.#noteWindow());
    window.on('closed', () => {
      this.#window = null;
    });
    // A page that crashed is begun again; the library is not touched by it.
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
    });
    window.loadURL(startAddress).catch((error: unknown) => console.error(error));
  }

  #noteWindow(): void {
    const window = this.#window?.window;
    if (window === undefined || window.isDestroyed()) return;
    this.#remembered = { ...this.#remembered, bounds: window.getNormalBounds(), maximized: window.isMaximized() };
  }
  #programFolder(): string | null {
    const { app } = this.#electron;
    return app.isPackaged ? null : app.getAppPath();
  }
  /** Without a name on the command line: the environment's, else the last one, else the one in the person's home. */
  #usualLibrary(): string {
    return process.env.VERBATIM_LIBRARY || this.#remembered.library || defaultLibrary();
  }
  #stateFile(): string {
    return join(this.#electron.app.getPath('userData'), 'window.json');
  }
}
