import type { BrowserContext, Page } from '@playwright/test';
import type { CommandName } from '../../../main/contract/index.ts';

export type HostName = 'reading-room' | 'electron-double' | 'electron';

/** What a host is started with. */
export interface HostStart {
  /** The library's folder; it is made where it isn't there. */
  readonly library: string;
  /** A folder of the test for the program's own files. */
  readonly home: string;
  /** Gives the hosts that run in a browser a page. */
  readonly context: BrowserContext;
}

/** A running Verbatim with its window. The specs know this and nothing of the three hosts. */
export interface RunningHost {
  readonly name: HostName;
  readonly page: Page;
  /** Does what opens a file or folder dialog, and answers the dialog with these paths; none cancels it. */
  choose(paths: readonly string[], action: () => Promise<void>): Promise<void>;
  /**
   * Does what begins an export, and gives the path of the package: the target that the dialog was
   * answered with, or the file that the browser saved.
   */
  save(target: string, action: () => Promise<void>): Promise<string>;
  /** Chooses an entry of the native menu; false where there is no menu. */
  menu(command: CommandName): Promise<boolean>;
  /** Ends the program without warning, as a power cut does. */
  kill(): Promise<void>;
  close(): Promise<void>;
}
