import type { Citation } from './citations.ts';
import type { ErrorData } from './errors.ts';
import type { GrantId } from './ids.ts';
import type { WireMessage } from './wire.ts';

/**
 * What a host gives the renderer besides the connection: choosing files, printing, the native menu.
 * There are two implementations, a desktop and a browser one, and the renderer asks neither which
 * it is, except to word a sentence.
 */

/** Everything that the native menu and the palette can ask the interface to do. */
export const commandNames = [
  'open-library',
  'add-files',
  'add-folder',
  'add-sample',
  'export',
  'print',
  'undo',
  'redo',
  'search',
  'find-in-article',
  'palette',
  'keys',
  'back',
  'show-library',
  'show-statements',
  'show-compare',
  'show-import',
  'show-export',
  'show-health',
  'theme-system',
  'theme-paper',
  'theme-sepia',
  'theme-night',
  'text-larger',
  'text-smaller',
  'text-reset',
  'focus',
  'highlight',
  'note',
  'code',
  'statement',
  'cite',
  'next-annotation',
  'previous-annotation',
] as const;
export type CommandName = (typeof commandNames)[number];

export function isCommandName(value: unknown): value is CommandName {
  return (commandNames as readonly unknown[]).includes(value);
}

export interface Shell {
  readonly kind: 'desktop' | 'browser';
  /** Asks for files; empty when the person chose none. */
  pickFiles(): Promise<readonly GrantId[]>;
  /** Asks for a folder; empty when the person chose none. */
  pickFolder(): Promise<readonly GrantId[]>;
  /** Grants for files that the page already holds; a `webkitRelativePath` is kept. */
  grantFiles(files: readonly File[]): Promise<readonly GrantId[]>;
  /** Grants for what was dropped on the page, whole folders included. Call it inside the drop event. */
  grantDropped(data: DataTransfer): Promise<readonly GrantId[]>;
  /** Asks for a library's folder. The browser returns null: its library is chosen when it is started. */
  pickLibrary(): Promise<GrantId | null>;
  /**
   * Asks where a package shall go. The browser returns null without asking, and the package becomes
   * a download; the desktop returns `'cancelled'` when the person thought better of it.
   */
  pickTarget(suggestedName: string, kind: 'folder' | 'file'): Promise<GrantId | 'cancelled' | null>;
  /** Shows a granted file where it lies, in the system's file manager; null, or why it can't be shown. A browser can't, and does nothing. */
  reveal(grant: GrantId): Promise<ErrorData | null>;
  /** Puts all forms of a citation on the clipboard at once, as far as it takes them; false where it refuses. */
  copy(citation: Citation): Promise<boolean>;
  print(): void;
  /** The native menu's commands. Returns the function that stops listening. */
  onCommand(listener: (command: CommandName) => void): () => void;
  /** Files that the system opened with Verbatim (double click, command line, dock). */
  onFilesOpened(listener: (grants: readonly GrantId[]) => void): () => void;
}

/**
 * The one object that the desktop's preload puts on `window.verbatim`. It is narrow on purpose: wire
 * messages and the shell, no path, no Electron.
 */
export interface DesktopBridge {
  send(message: WireMessage): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
  pickFiles(): Promise<readonly GrantId[]>;
  pickFolder(): Promise<readonly GrantId[]>;
  grantFiles(files: readonly File[]): Promise<readonly GrantId[]>;
  pickLibrary(): Promise<GrantId | null>;
  pickTarget(suggestedName: string, kind: 'folder' | 'file'): Promise<GrantId | 'cancelled'>;
  reveal(grant: GrantId): Promise<ErrorData | null>;
  copy(citation: Citation): Promise<boolean>;
  print(): void;
  onCommand(listener: (command: CommandName) => void): () => void;
  onFilesOpened(listener: (grants: readonly GrantId[]) => void): () => void;
}

/** The reading room's addresses; all are on its own origin and need its cookie. */
export const roomPaths = {
  /** WebSocket; one JSON wire message a text frame. */
  socket: '/rpc',
  /**
   * Uploading: `POST /upload` answers `{upload}`; then for each file `PUT
   * /upload/<upload>?path=<relative path>&modified=<File.lastModified>` with its bytes as the body answers 204; then `POST /upload/<upload>` answers `{grants}`, one for each
   * top-level file or folder. Refusals are answered as `{error: ErrorData}`.
   */
  upload: '/upload',
} as const;

/** Most that one upload may hold. */
export const uploadLimits = { files: 20_000, bytes: 8 * 1024 ** 3, unfinished: 8, arriving: 32 } as const;
