import { appendFileSync } from 'node:fs';
import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import type { LogEntry } from '../../contract/index.ts';
import { logFiles, logFolder } from './files.ts';

export interface LogLimits {
  /** A file that is larger is put aside, and the oldest one goes. */
  readonly bytes: number;
  /** Lines that may wait to be written; more are only counted. */
  readonly waiting: number;
}
export const logLimits: LogLimits = { bytes: 512 * 1024, waiting: 1000 };

/**
 * The program's notes of its own working, in the library's folder, for its owner alone to read. Whoever notes
 * something goes on at once: lines are written together, later, and a log that can't be written stops nobody.
 * Only who may write the library writes it.
 */
export class LibraryLog {
  readonly #libraryPath: string | null;
  readonly #limits: LogLimits;
  #waiting: string[] = [];
  #lost = 0;
  #begun = false;
  #writing: Promise<void> | null = null;

  /** Without a library's folder nothing is written. */
  constructor(libraryPath: string | null, limits: LogLimits = logLimits) {
    this.#libraryPath = libraryPath;
    this.#limits = limits;
  }

  note(entry: LogEntry): void {
    if (this.#libraryPath === null) return;
    if (this.#waiting.length >= this.#limits.waiting) {
      this.#lost += 1;
      return;
    }
    this.#waiting.push(lineOf(entry));
    this.#writing ??= this.#write(this.#libraryPath).finally(() => {
      this.#writing = null;
    });
  }

  /** Writes one line before it returns; for what is noted last, when nothing that waits will come to its turn. */
  noteAtOnce(entry: LogEntry): void {
    if (this.#libraryPath === null) return;
    try {
      appendFileSync(logFiles(this.#libraryPath)[0], `\n${lineOf(entry)}`, { mode: 0o600 });
    } catch {
      // What ends the program is told by who runs it; the log is only beside that.
    }
  }

  /** Resolves when everything that was noted is written. */
  async written(): Promise<void> {
    while (this.#writing !== null) await this.#writing;
  }

  async #write(libraryPath: string): Promise<void> {
    // What is noted in the same moment is written together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const lines = this.#waiting.splice(0);
      const lost = this.#lost;
      if (lost > 0) lines.push(lineOf({ kind: 'lines-lost', count: lost }));
      try {
        await this.#append(libraryPath, lines.join(''));
        this.#lost -= lost;
      } catch {
        // The disk is full or the folder is denied: work goes on, and the next line that can be written tells of it.
        this.#lost += lines.length - (lost > 0 ? 1 : 0);
        return;
      }
    }
  }

  async #append(libraryPath: string, text: string): Promise<void> {
    const [newest] = logFiles(libraryPath);
    await mkdir(logFolder(libraryPath), { recursive: true, mode: 0o700 });
    if ((await sizeOf(newest)) + text.length > this.#limits.bytes) await putAside(libraryPath);
    // A process that was killed may have left half a line.
    await appendFile(newest, this.#begun ? text : `\n${text}`, { mode: 0o600 });
    this.#begun = true;
  }
}

function lineOf(entry: LogEntry): string {
  return `${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`;
}

/** Gives each file the next one's name, from the oldest on, which is gone then. */
async function putAside(libraryPath: string): Promise<void> {
  const files = logFiles(libraryPath);
  for (let at = files.length - 1; at > 0; at -= 1) {
    const [from, to] = [files[at - 1], files[at]];
    if (from !== undefined && to !== undefined && (await sizeOf(from)) > 0) await rename(from, to);
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    // It isn't there yet.
    return 0;
  }
}
