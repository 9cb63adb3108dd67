import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type {
  BrowserWindow,
  Clipboard,
  ClipboardItem,
  Dialog,
  IpcMain,
  IpcMainEvent,
  IpcMainInvokeEvent,
  OpenDialogOptions,
  Shell,
} from 'electron';
import { object, safeParse, string } from 'valibot';
import {
  type CommandName,
  type ErrorData,
  GrantId,
  type Transport,
  toErrorData,
  VerbatimError,
} from '../contract/index.ts';
import type { Core } from '../core/create-core.ts';
import { serve } from '../rpc/server.ts';
import { channels } from './channels.ts';
import { isTrustedSender } from './security.ts';

export interface BridgeParts {
  readonly ipcMain: IpcMain;
  readonly dialog: Dialog;
  readonly shell: Pick<Shell, 'showItemInFolder'>;
  readonly clipboard: Pick<Clipboard, 'write'>;
  readonly ClipboardItem: typeof ClipboardItem;
  readonly core: Pick<Core, 'call' | 'on' | 'grants'>;
}

/** What programs of the system call Markdown on its clipboard. */
const markdownFormat = `electron application/osclipboard;format="${process.platform === 'darwin' ? 'net.daringfireball.markdown' : 'text/markdown'}"`;

const form = string();
const citationForms = object({ plain: form, markdown: form, html: form });

/** The program's end of the preload: one window's connection to the core and the system's dialogs. */
export class Bridge {
  readonly #parts: BridgeParts;
  readonly #window: BrowserWindow;
  #connection: PageConnection | null = null;
  #waiting: GrantId[] = [];
  #listening = false;

  constructor(parts: BridgeParts, window: BrowserWindow) {
    this.#parts = parts;
    this.#window = window;
    this.#handle();
    window.on('closed', () => this.#end());
  }

  /** Asks the page to carry out a menu's command. */
  command(name: CommandName): void {
    this.#send(channels.command, name);
  }

  /** Hands files to the page that the system opened; they wait until the page listens. */
  openFiles(paths: readonly string[]): void {
    this.#waiting.push(...paths.map((path) => this.#parts.core.grants.issue(path, 'read')));
    this.#flush();
  }

  #handle(): void {
    const { ipcMain } = this.#parts;
    const on = (channel: string, listener: (...sent: unknown[]) => void) =>
      ipcMain.on(channel, (event: IpcMainEvent, ...sent: unknown[]) => {
        if (this.#trusts(event)) listener(...sent);
      });
    const answer = (channel: string, work: (...sent: unknown[]) => Promise<unknown>) =>
      ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...sent: unknown[]) => {
        if (!this.#trusts(event)) throw new Error('This page may not ask for files.');
        return work(...sent);
      });

    on(channels.begin, () => this.#begin());
    on(channels.wire, (message) => this.#connection?.receive(message));
    on(channels.print, () => this.#window.webContents.print());
    on(channels.awaitFiles, () => {
      this.#listening = true;
      this.#flush();
    });
    answer(channels.pickFiles, () => this.#open({ properties: ['openFile', 'multiSelections'] }));
    answer(channels.pickFolder, () => this.#open({ properties: ['openDirectory'] }));
    answer(channels.grantPaths, async (paths) =>
      strings(paths).map((path) => this.#parts.core.grants.issue(path, 'read')),
    );
    answer(channels.reveal, (grant) => this.#reveal(grant));
    answer(channels.copy, (citation) => this.#copy(citation));
    answer(channels.pickLibrary, async () => {
      const [path] = await this.#choose({ properties: ['openDirectory', 'createDirectory'] });
      return path === undefined ? null : this.#parts.core.grants.issue(path, 'library');
    });
    answer(channels.pickTarget, async (suggestedName) => {
      const name = basename(typeof suggestedName === 'string' ? suggestedName : 'package');
      const { canceled, filePath } = await this.#parts.dialog.showSaveDialog(this.#window, {
        defaultPath: name,
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || filePath === '' ? 'cancelled' : this.#parts.core.grants.issue(filePath, 'write');
    });
  }

  #trusts(event: IpcMainEvent | IpcMainInvokeEvent): boolean {
    return event.sender === this.#window.webContents && isTrustedSender(event.senderFrame);
  }

  async #open(options: OpenDialogOptions): Promise<readonly GrantId[]> {
    return (await this.#choose(options)).map((path) => this.#parts.core.grants.issue(path, 'read'));
  }
  async #choose(options: OpenDialogOptions): Promise<readonly string[]> {
    const { canceled, filePaths } = await this.#parts.dialog.showOpenDialog(this.#window, options);
    return canceled ? [] : filePaths;
  }

  /** Null, or why the file can't be shown: its grant is unknown (to a page that is older than this run), or it is gone. */
  async #reveal(grant: unknown): Promise<ErrorData | null> {
    const { core, shell } = this.#parts;
    try {
      const id = safeParse(GrantId, grant);
      if (!id.success) throw new VerbatimError('bad-input', 'This names no file that was chosen.');
      const path = core.grants.resolve(id.output, 'read');
      if (!existsSync(path)) throw new VerbatimError('not-found', `“${basename(path)}” is not there any more.`);
      shell.showItemInFolder(path);
      return null;
    } catch (error) {
      return toErrorData(error);
    }
  }

  /** All forms go in one entry, and where the system knows no Markdown, the others. False where they are no citation, or it takes none. */
  async #copy(sent: unknown): Promise<boolean> {
    const citation = safeParse(citationForms, sent);
    if (!citation.success) return false;
    const { plain, html, markdown } = citation.output;
    const usual = { 'text/plain': plain, 'text/html': html };
    return (await this.#write({ ...usual, [markdownFormat]: markdown })) || this.#write(usual);
  }
  async #write(forms: Readonly<Record<string, string>>): Promise<boolean> {
    const { clipboard, ClipboardItem } = this.#parts;
    try {
      await clipboard.write([new ClipboardItem(forms)]);
      return true;
    } catch (error) {
      console.error(error);
      return false;
    }
  }

  #begin(): void {
    this.#connection?.close();
    this.#listening = false;
    const connection = new PageConnection((message) => this.#send(channels.wire, message));
    this.#connection = connection;
    serve(this.#parts.core, connection, { onDefect: (thrown, name) => console.error(`${name}:`, thrown) });
  }

  #flush(): void {
    if (!this.#listening || this.#waiting.length === 0) return;
    this.#send(channels.files, this.#waiting.splice(0));
  }

  #send(channel: string, payload: unknown): void {
    if (!this.#window.isDestroyed()) this.#window.webContents.send(channel, payload);
  }

  #end(): void {
    this.#connection?.close();
    const { ipcMain } = this.#parts;
    for (const channel of Object.values(channels)) {
      ipcMain.removeAllListeners(channel);
      ipcMain.removeHandler(channel);
    }
  }
}

/** One page's pipe. A page that was reloaded gets another. */
class PageConnection implements Transport {
  readonly send: Transport['send'];
  readonly #messages: ((message: unknown) => void)[] = [];
  readonly #closes: (() => void)[] = [];
  #open = true;

  constructor(send: Transport['send']) {
    this.send = send;
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#messages.push(listener);
  }
  onClose(listener: () => void): void {
    this.#closes.push(listener);
  }
  receive(message: unknown): void {
    if (this.#open) for (const listener of this.#messages) listener(message);
  }
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    for (const listener of this.#closes) listener();
  }
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string' && item !== '') : [];
}
