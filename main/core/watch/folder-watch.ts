import { type FSWatcher, watch } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { SeenFile } from '../../../db/queries/watched-folders.ts';
import { type ImportId, type ImportState, Interruption, type WatchedFolder } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { walk } from '../import/discover/walk.ts';
import { beginImport } from '../import/import-job.ts';
import { claimsFolder } from '../import/packages.ts';
import { isUnfinished } from '../import/read/read-file.ts';

/** How often a folder is looked at and how long a file must stay as it is before it is taken, in milliseconds. */
export interface WatchPace {
  /** Network drives and some systems tell of no changes, so a folder is looked at anyway. */
  readonly between: number;
  /** A file that a program is writing changes within this time. */
  readonly quiet: number;
}
export const watchPace: WatchPace = { between: 30_000, quiet: 2_000 };

/** Files of one look that go into one import; the others follow. */
const mostAtOnce = 5000;

/**
 * Takes in what comes into the watched folders, each file when it is complete: its size and time stayed the
 * same over two looks, and its name is not that of a file being written. A file that changes later is taken
 * in again. Each look that finds something is an import with a report, like any other.
 */
export class FolderWatch {
  readonly #contextOf: () => CoreContext;
  readonly #pace: WatchPace;
  readonly #folders = new Map<number, AbortController>();
  readonly #running = new Set<Promise<void>>();

  /** The context holds the watch, so it is asked for when it is needed. */
  constructor(contextOf: () => CoreContext, pace: WatchPace) {
    this.#contextOf = contextOf;
    this.#pace = pace;
  }

  get #context(): CoreContext {
    return this.#contextOf();
  }

  /** Begins to watch every folder of the library; again after the list changed. */
  async refresh(): Promise<void> {
    const folders = await this.#context.pool.read('watch.list');
    for (const [id, stop] of this.#folders)
      if (!folders.some((folder) => folder.id === id)) {
        this.#folders.delete(id);
        stop.abort(new Interruption('This folder is not watched any more.'));
      }
    for (const folder of folders) {
      if (this.#folders.has(folder.id)) continue;
      const stop = new AbortController();
      this.#folders.set(folder.id, stop);
      const running = this.#keepLooking(folder, stop.signal).finally(() => this.#running.delete(running));
      this.#running.add(running);
    }
  }

  async close(): Promise<void> {
    for (const stop of this.#folders.values()) stop.abort(new Interruption('The library was closed.'));
    this.#folders.clear();
    await Promise.all(this.#running);
  }

  async #keepLooking(folder: WatchedFolder, signal: AbortSignal): Promise<void> {
    const changes = new Changes(folder.path);
    let before: ReadonlyMap<string, SeenFile> = new Map();
    try {
      while (!signal.aborted) {
        const now = await this.#look(folder, signal);
        const complete = [...now.values()].filter((file) => isSame(file, before.get(file.path)));
        if (complete.length > 0) await this.#take(folder, complete.slice(0, mostAtOnce), signal);
        const isWaiting = now.size > complete.length || complete.length > mostAtOnce;
        before = now;
        if (isWaiting) await pause(this.#pace.quiet, undefined, { signal });
        else await changes.next(this.#pace.between, signal);
      }
    } catch (error) {
      // A folder that is taken away, or a library that is being closed, ends the watch; the files are still there.
      if (!signal.aborted) await this.#tellFailure(folder, error);
    } finally {
      changes.close();
    }
  }

  /** The folder's files that were not taken in as they are now. */
  async #look(folder: WatchedFolder, signal: AbortSignal): Promise<ReadonlyMap<string, SeenFile>> {
    const files: SeenFile[] = [];
    for await (const found of walk(folder.path, claimsFolder, signal))
      if (found.kind === 'file' && !isUnfinished(found.path))
        files.push({ path: found.path, bytes: found.bytes, modified: found.modified });
    const unseen = await this.#context.pool.read('watch.unseen', folder.id, files);
    return new Map(unseen.map((file) => [file.path, file]));
  }

  async #take(folder: WatchedFolder, files: readonly SeenFile[], signal: AbortSignal): Promise<void> {
    const roots = files.map(({ path }) => path);
    const id = await beginImport(this.#context, {
      roots,
      collection: folder.collection,
      copyArchives: false,
      columns: null,
    });
    if ((await this.#import(id, signal)) === 'ended')
      await this.#context.pool.writeBatch('watch.remember', folder.id, files);
  }

  /** Runs an import in its turn; one that is not wanted any more is interrupted. */
  async #import(id: ImportId, signal: AbortSignal): Promise<ImportState> {
    const job = this.#context.jobs.start('import.resume', { id });
    const stop = () => job.stop(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    await job.over;
    signal.removeEventListener('abort', stop);
    const summary = await this.#context.pool.read('imports.one', id);
    return summary?.state ?? 'cancelled';
  }

  async #tellFailure(folder: WatchedFolder, error: unknown): Promise<void> {
    await this.#context.pool.writeBatch('events.record', {
      kind: 'watch',
      agent: this.#context.agent,
      subject: null,
      outcome: 'failure',
      detail: `${folder.path} could not be watched further: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
}

function isSame(one: SeenFile, other: SeenFile | undefined): boolean {
  return other !== undefined && other.bytes === one.bytes && other.modified === one.modified;
}

/** What the system tells of a folder, where it tells anything. */
class Changes {
  #watcher: FSWatcher | null = null;
  #wake: (() => void) | null = null;
  #changed = false;

  constructor(path: string) {
    try {
      this.#watcher = watch(path, { recursive: true, persistent: false }, () => this.#notice());
      // The folder went away or the system gave up: it is looked at by the clock.
      this.#watcher.on('error', () => this.close());
    } catch {
      // This system or drive can't tell of changes.
      this.#watcher = null;
    }
  }

  #notice(): void {
    this.#changed = true;
    this.#wake?.();
  }

  /** Resolves at the next change, or after so many milliseconds. */
  async next(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (!this.#changed) {
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      const clock = new AbortController();
      const either = AbortSignal.any([signal, clock.signal]);
      const waited = pause(milliseconds, undefined, { signal: either, ref: false }).catch(() => undefined);
      await Promise.race([woken, waited]);
      clock.abort();
      this.#wake = null;
    }
    this.#changed = false;
    signal.throwIfAborted();
  }

  close(): void {
    this.#watcher?.close();
    this.#watcher = null;
  }
}
