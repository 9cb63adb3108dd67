import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { QuestionName, Questions, Settings, ToProgram, ToTest } from './messages.ts';

/**
 * A small double of Electron's API, for executing the real entry, preload, protocol and menu where no
 * Electron runs. It keeps what it is told, so that tests can ask for it, and passes on what a window
 * would do to the test, whose window is a Chromium page.
 */
const tell = (message: ToTest) => process.send?.(message);
const programArguments = process.argv.slice(2);
let ready = false;
const setBeforeReady: string[] = [];
const noteEarly = (what: string) => {
  if (!ready) setBeforeReady.push(what);
};

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly switches: [string, string | undefined][] = [];
  singleInstance = false;
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => {
      noteEarly(`switch ${name}`);
      this.switches.push([name, value]);
    },
  };
  requestSingleInstanceLock(): boolean {
    this.singleInstance = true;
    return !programArguments.includes('--second-instance');
  }
  async whenReady(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    ready = true;
  }
  getPath(): string {
    const option = programArguments.find((argument) => argument.startsWith('--user-data-dir='));
    return join(option?.slice('--user-data-dir='.length) ?? '.', 'Verbatim');
  }
  getAppPath(): string {
    return String(process.argv[1]);
  }
  quit(): void {
    let prevented = false;
    this.emit('before-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) process.exit(0);
  }
  exit(code: number): void {
    process.exit(code);
  }
}
export const app = new App();

const invokers = new Map<string, (event: unknown, ...args: unknown[]) => unknown>();
class IpcMain extends EventEmitter {
  handle(channel: string, work: (event: unknown, ...args: unknown[]) => unknown): void {
    if (invokers.has(channel)) throw new Error(`a second handler for ${channel}`);
    invokers.set(channel, work);
  }
  removeHandler(channel: string): void {
    invokers.delete(channel);
  }
}
export const ipcMain = new IpcMain();

type SchemeHandler = (request: Request) => Promise<Response>;
const schemes: unknown[] = [];
const schemeHandlers = new Map<string, SchemeHandler>();
export const protocol = {
  registerSchemesAsPrivileged(list: readonly unknown[]): void {
    noteEarly('schemes');
    schemes.push(...list);
  },
  handle(scheme: string, handler: SchemeHandler): void {
    schemeHandlers.set(scheme, handler);
  },
};

type Answer<Value> = (value: Value) => void;
class Session extends EventEmitter {
  requestHandler: ((contents: unknown, permission: string, answer: Answer<boolean>) => void) | null = null;
  checkHandler: ((contents: unknown, permission: string) => boolean) | null = null;
  deviceHandler: (() => boolean) | null = null;
  beforeRequest: ((details: { url: string }, answer: Answer<{ cancel?: boolean }>) => void) | null = null;
  proxy: unknown = null;
  spellChecker: boolean | null = null;
  readonly webRequest = {
    onBeforeRequest: (listener: NonNullable<Session['beforeRequest']>) => {
      this.beforeRequest = listener;
    },
  };
  setPermissionRequestHandler(handler: Session['requestHandler']): void {
    this.requestHandler = handler;
  }
  setPermissionCheckHandler(handler: Session['checkHandler']): void {
    this.checkHandler = handler;
  }
  setDevicePermissionHandler(handler: Session['deviceHandler']): void {
    this.deviceHandler = handler;
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }
  async setProxy(proxy: unknown): Promise<void> {
    this.proxy = proxy;
  }
}
export const session = { defaultSession: new Session() };

class WebContents extends EventEmitter {
  openHandler: ((details: { url: string }) => unknown) | null = null;
  setWindowOpenHandler(handler: WebContents['openHandler']): void {
    this.openHandler = handler;
  }
  send(channel: string, payload: unknown): void {
    tell({ type: 'send', channel, payload });
  }
  print(): void {
    tell({ type: 'print' });
  }
  reload(): void {
    tell({ type: 'reload' });
  }
}

interface WindowOptions {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly webPreferences: Readonly<Record<string, unknown>> & { readonly preload: string };
}
let opened: BrowserWindow | null = null;

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly options: WindowOptions;
  shown = false;
  #destroyed = false;
  #maximized = false;

  constructor(options: WindowOptions) {
    super();
    this.options = options;
    opened = this;
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    const file = this.options.webPreferences.preload;
    const source = readFileSync(file, 'utf8');
    tell({ type: 'load', url, preload: file.endsWith('.cts') ? stripTypeScriptTypes(source) : source });
  }
  show(): void {
    this.shown = true;
  }
  focus(): void {
    this.shown = true;
  }
  maximize(): void {
    this.#maximized = true;
  }
  isMaximized(): boolean {
    return this.#maximized;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  getNormalBounds() {
    const { x = 0, y = 0, width, height } = this.options;
    return { x, y, width, height };
  }
  close(): void {
    this.emit('close', {});
    this.#destroyed = true;
    opened = null;
    this.emit('closed');
    app.emit('window-all-closed');
  }
}

interface Item {
  readonly id?: string;
  readonly submenu?: readonly Item[];
  readonly click?: () => void;
}
let menuItems: readonly Item[] = [];
export const Menu = {
  buildFromTemplate: (template: readonly Item[]) => template,
  setApplicationMenu(template: readonly Item[]): void {
    menuItems = template;
  },
};
function findItem(items: readonly Item[], id: string): Item | null {
  for (const item of items) {
    if (item.id === id) return item;
    const inside = findItem(item.submenu ?? [], id);
    if (inside !== null) return inside;
  }
  return null;
}

let dialogAnswers: Questions['dialogs']['asked'] = { open: [], save: '' };
export const dialog = {
  showOpenDialog: async () => ({ canceled: dialogAnswers.open.length === 0, filePaths: [...dialogAnswers.open] }),
  showSaveDialog: async () => ({ canceled: dialogAnswers.save === '', filePath: dialogAnswers.save }),
};
const revealed: string[] = [];
export const shell = { showItemInFolder: (path: string) => void revealed.push(path) };
/** What the program put on the clipboard last, by its formats. */
let copied: Readonly<Record<string, string>> | null = null;
/** A part of the names of formats that the clipboard doesn't take. */
let clipboardRefuses: string | null = null;
export class ClipboardItem {
  readonly forms: Readonly<Record<string, string>>;
  constructor(forms: Readonly<Record<string, string>>) {
    this.forms = forms;
  }
}
export const clipboard = {
  async write([item]: readonly ClipboardItem[]): Promise<void> {
    const forms = item?.forms ?? {};
    const refused = clipboardRefuses;
    if (refused !== null && Object.keys(forms).some((form) => form.includes(refused)))
      throw new Error('no such format');
    copied = forms;
  },
};
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1440, height: 900 } }] };

function contents(): WebContents {
  if (opened === null) throw new Error('there is no window');
  return opened.webContents;
}
function eventOf(frame: { readonly url: string; readonly top: boolean }) {
  return { sender: contents(), senderFrame: { url: frame.url, parent: frame.top ? null : {} } };
}
/** Raises an event that can be prevented; true when it was. */
function raise(emitter: EventEmitter, name: string, details: object, ...more: unknown[]): boolean {
  let prevented = false;
  emitter.emit(name, { ...details, preventDefault: () => (prevented = true) }, ...more);
  return prevented;
}

type Answers = { [Name in QuestionName]: (asked: Questions[Name]['asked']) => Promise<Questions[Name]['answer']> };
const answers: Answers = {
  async fetch({ url, method }) {
    const handler = schemeHandlers.get(new URL(url).protocol.slice(0, -1));
    if (handler === undefined) throw new Error(`no handler for ${url}`);
    const response = await handler(new Request(url, { method }));
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  },
  async invoke({ channel, args, frame }) {
    const work = invokers.get(channel);
    if (work === undefined) throw new Error(`no handler for ${channel}`);
    return work(eventOf(frame), ...args);
  },
  request: ({ url }) =>
    new Promise((resolve) => {
      const filter = session.defaultSession.beforeRequest;
      if (filter === null) resolve(true);
      else filter({ url }, ({ cancel }) => resolve(cancel !== true));
    }),
  prevented: async ({ event, url }) => raise(contents(), event, { url }),
  windowOpen: async ({ url }) => contents().openHandler?.({ url }) ?? { action: 'allow' },
  async permission({ permission }) {
    const { requestHandler, checkHandler, deviceHandler } = session.defaultSession;
    const requested = await new Promise<boolean>((resolve) => {
      if (requestHandler === null) resolve(true);
      else requestHandler(contents(), permission, resolve);
    });
    return [requested, checkHandler?.(contents(), permission) ?? true, deviceHandler?.() ?? true];
  },
  download: async ({ url }) => !raise(session.defaultSession, 'will-download', {}, { getURL: () => url }),
  async settings(): Promise<Settings> {
    if (opened === null) throw new Error('there is no window');
    const { webPreferences, ...window } = opened.options;
    return {
      window: { ...window },
      webPreferences,
      schemes,
      switches: app.switches,
      proxy: session.defaultSession.proxy,
      spellChecker: session.defaultSession.spellChecker,
      singleInstance: app.singleInstance,
      setBeforeReady,
      bounds: opened.getNormalBounds(),
      shown: opened.shown,
    };
  },
  async menu({ command }) {
    const item = findItem(menuItems, command);
    item?.click?.();
    return item !== null;
  },
  revealed: async () => revealed,
  async clipboard({ refuses }) {
    clipboardRefuses = refuses;
    return copied;
  },
  async dialogs(asked) {
    dialogAnswers = asked;
    return null;
  },
  async system(asked) {
    if (asked.event === 'second-instance') app.emit('second-instance', {}, asked.argv, asked.folder);
    else if (asked.event === 'open-file') raise(app, 'open-file', {}, asked.path);
    // After the answer, because the program may end before it could be sent.
    else setImmediate(() => opened?.close());
    return null;
  },
};

process.on('message', async (message: ToProgram) => {
  if (message.type === 'ipc') {
    if (opened !== null) ipcMain.emit(message.channel, eventOf(message.frame), ...message.args);
  } else if (message.type === 'loaded') opened?.emit('ready-to-show');
  else {
    const answer = answers[message.name] as (asked: unknown) => Promise<unknown>;
    try {
      tell({ type: 'answer', id: message.id, value: await answer(message.asked) });
    } catch (error) {
      tell({ type: 'failure', id: message.id, message: error instanceof Error ? error.message : String(error) });
    }
  }
});
// A test that is gone leaves no program behind.
process.on('disconnect', () => process.exit(0));
