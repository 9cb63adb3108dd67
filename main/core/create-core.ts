import {
  type Events,
  type EventTopic,
  explainSystemError,
  Interruption,
  jobs,
  type LibraryState,
  methods,
  type OpeningProgress,
  type Progress,
  VerbatimError,
} from '../contract/index.ts';
import { documentOfAddress, serveDocument } from './articles/serve-document.ts';
import { imageOfAddress, serveImage } from './articles/serve-image.ts';
import { type BackupMethods, backupMethods, isBackupMethod } from './backups/handlers.ts';
import { finishBroken } from './backups/replace.ts';
import { checkedInput, checkedJobInput } from './checked-input.ts';
import type { CoreContext } from './context.ts';
import { Downloads } from './export/downloads.ts';
import { ParserPool } from './extract/parser-pool.ts';
import { Grants } from './grants.ts';
import type { CallOptions } from './handlers.ts';
import { JobRegistry } from './jobs/registry.ts';
import { ChangeFeed } from './library/change-feed.ts';
import { Lifecycle } from './library/lifecycle.ts';
import { copyToRead, isOnlyReadable } from './library/medium.ts';
import { OpenedLibrary } from './library/opened-library.ts';
import { libraryFolder, type Opening, openDatabase } from './library/session.ts';
import { defectEntry, isDefect } from './log/defect.ts';
import { LibraryLog } from './log/library-log.ts';
import { noteEndedJob } from './log/note-ended-job.ts';
import { noteFailedOpening } from './log/note-failed-opening.ts';
import { threadEntry } from './log/note-threads.ts';
import type { ModuleHandlers } from './modules.ts';
import { OriginalStore } from './originals/store.ts';
import { isPagePath, servePage } from './pages/serve-page.ts';
import { TextThreads } from './texts/text-threads.ts';
import { FolderWatch, type WatchPace, watchPace } from './watch/folder-watch.ts';

export interface CoreOptions {
  /** Program and version, as the event log names who acted: "Verbatim 0.1.0". */
  readonly agent: string;
  /** How patiently watched folders are looked at. */
  readonly watchPace?: WatchPace;
}

export interface CoreCallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * The application without a host: one library at a time, methods and jobs by name, events, grants and
 * the bodies that don't go over RPC.
 */
export interface Core {
  readonly grants: Grants;
  /** Calls a method or runs a job. Input is checked here; whatever fails is thrown as a VerbatimError. */
  call(name: string, input: unknown, options?: CoreCallOptions): Promise<unknown>;
  /** Listens to one topic; answers the function that stops it. */
  on<Topic extends EventTopic>(topic: Topic, listener: (payload: Events[Topic]) => void): () => void;
  /**
   * Opens a library in place of the one that is open. Failures become a state, which the interface shows. `orRead`: one
   * that can only be read, because of where it stands, is opened for reading.
   */
  openLibrary(
    path: string,
    options: { readonly mode: 'read' | 'write'; readonly create?: boolean; readonly orRead?: boolean },
  ): Promise<LibraryState>;
  state(): Promise<LibraryState>;
  /** Resolves when what the opening left to the background is done. */
  caughtUp(): Promise<void>;
  /** Notes in the open library's log, before anything else is done, what ends this process. See `main/launch/last-words.ts`. */
  noteLast(origin: string, thrown: unknown): void;
  /** What the core's modules share; for hosts in the same process that stream (the terminal). */
  context(): CoreContext;
  /** Serves `/image/<sha256>`, `/document/<revision>`, `/page/<capture>/<number>` and `/download/<token>/<name>`; 404 for anything else. */
  handleFetch(request: Request): Promise<Response>;
  close(): Promise<void>;
}

export function createCore(options: CoreOptions): Core {
  return new VerbatimCore(options);
}

class VerbatimCore implements Core {
  readonly grants = new Grants();
  readonly #downloads = new Downloads();
  readonly #agent: string;
  readonly #watchPace: WatchPace;
  readonly #listeners = new Map<EventTopic, Set<(payload: never) => void>>();
  readonly #lifecycle: Lifecycle;
  readonly #backups: BackupMethods;

  constructor(options: CoreOptions) {
    this.#agent = options.agent;
    this.#watchPace = options.watchPace ?? watchPace;
    this.#backups = backupMethods(
      {
        folder: (purpose) => this.#folder(purpose),
        close: () => this.#lifecycle.close(),
        open: async (folder) => void (await this.openLibrary(folder, { mode: 'write', create: false })),
        waitingImport: async () =>
          (await this.#library().context.pool.read('imports.list')).find(({ ended }) => ended === null)?.id ?? null,
      },
      options.agent,
    );
    this.#lifecycle = new Lifecycle(
      (opening, onProgress) => this.#openLibrary(opening, onProgress),
      (state) => this.#emit('library.state', state),
      ({ path, mode }, error) =>
        mode === 'write' ? noteFailedOpening(libraryFolder(path), this.#agent, error) : Promise.resolve(),
    );
    this.on('library.changed', (told) => {
      if (told.some(({ subject }) => subject === 'articles')) this.#lifecycle.current?.wake();
    });
  }

  on<Topic extends EventTopic>(topic: Topic, listener: (payload: Events[Topic]) => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  #emit<Topic extends EventTopic>(topic: Topic, payload: Events[Topic]): void {
    for (const listener of this.#listeners.get(topic) ?? []) (listener as (payload: Events[Topic]) => void)(payload);
  }

  openLibrary(
    path: string,
    options: { readonly mode: 'read' | 'write'; readonly create?: boolean; readonly orRead?: boolean },
  ): Promise<LibraryState> {
    return this.#lifecycle.open({
      path,
      mode: options.mode,
      create: options.create ?? true,
      orRead: options.orRead ?? false,
    });
  }

  async #openLibrary(opening: Opening, onProgress: (progress: OpeningProgress) => void): Promise<OpenedLibrary> {
    const libraryPath = libraryFolder(opening.path);
    // What was broken off while its database was replaced is ended before anybody looks at it.
    const ended = opening.mode === 'write' ? await finishBroken(libraryPath, this.#agent) : null;
    const log = new LibraryLog(opening.mode === 'write' ? libraryPath : null);
    const notices = ended === null ? [] : [ended];
    let library: OpenedLibrary | null = null;
    let migrated = false;
    const began = performance.now();
    const copy = opening.mode === 'read' && isOnlyReadable(opening.path) ? await copyToRead(opening.path) : null;
    const discard = async () => copy?.discard();
    const opened = openDatabase(opening, {
      file: copy?.file ?? null,
      agent: this.#agent,
      onProgress: (progress) => {
        migrated = true;
        onProgress(progress);
      },
      onEvent: (event) => {
        log.note(threadEntry(event));
        if (event.kind === 'log-broken') notices.push(event.sentence);
        if (event.kind === 'thread-died' && event.mode === 'write' && library !== null)
          void this.#lifecycle.stopped(library, event.error.message);
      },
    });
    const pool = await opened.catch(async (error: unknown) => {
      await discard();
      throw error;
    });
    log.note({ kind: 'opened', agent: this.#agent, milliseconds: Math.round(performance.now() - began), migrated });
    const changes = new ChangeFeed((told) => this.#emit('library.changed', told));
    const context: CoreContext = {
      watch: new FolderWatch(() => context, this.#watchPace),
      libraryPath,
      pool,
      originals: new OriginalStore(libraryPath),
      parsers: new ParserPool(),
      texts: new TextThreads(),
      jobs: new JobRegistry({
        handlers: () => made.handlers.jobs,
        changed: (record) => {
          this.#emit('jobs.changed', record);
          noteEndedJob(log, record);
        },
        forgotten: (result) => void this.#downloads.forget(result),
      }),
      grants: this.grants,
      downloads: this.#downloads,
      agent: this.#agent,
      changes,
      log,
      emit: (topic, payload) => this.#emit(topic, payload),
    };
    const made = new OpenedLibrary(context, notices, () => void this.#tellState(), discard);
    library = made;
    return made;
  }

  async #tellState(): Promise<void> {
    try {
      this.#emit('library.state', await this.state());
    } catch {
      // It can't be read any more; whoever asks next is told why.
    }
  }

  state(): Promise<LibraryState> {
    return this.#lifecycle.state();
  }

  async caughtUp(): Promise<void> {
    await this.#lifecycle.current?.caughtUp();
  }

  noteLast(origin: string, thrown: unknown): void {
    this.#lifecycle.current?.context.log.noteAtOnce(defectEntry(origin, thrown));
  }

  context(): CoreContext {
    return this.#library().context;
  }

  #library(): OpenedLibrary {
    const { current, notOpen } = this.#lifecycle;
    if (current === null) throw new VerbatimError('no-library', whyNotOpen(notOpen));
    return current;
  }

  async call(name: string, input: unknown, options: CoreCallOptions = {}): Promise<unknown> {
    const log = this.#lifecycle.current?.context.log;
    try {
      return await this.#answer(name, input, options);
    } catch (thrown) {
      const told = thrown instanceof VerbatimError ? null : explainSystemError(thrown);
      if (told !== null) throw VerbatimError.fromData(told, { cause: thrown });
      if (isDefect(thrown)) log?.note(defectEntry(name, thrown));
      throw thrown;
    }
  }

  async #answer(name: string, input: unknown, options: CoreCallOptions): Promise<unknown> {
    const own = await this.#callOwn(name, input);
    if (own !== null) return own;
    if (isBackupMethod(name)) return this.#callBackups(name, input, options);
    if (Object.hasOwn(methods, name)) return this.#callMethod(name as keyof typeof methods, input, options);
    if (Object.hasOwn(jobs, name)) return this.#runJob(name as keyof typeof jobs, input, options);
    throw new VerbatimError('unknown-method', `There is no method or job called “${name}”.`, { name });
  }

  /** The methods about which library is open; they are answered without one. */
  async #callOwn(name: string, input: unknown): Promise<LibraryState | null> {
    switch (name) {
      case 'library.state':
        checkedInput(methods[name].input, input, name);
        return this.state();
      case 'library.openReadOnly': {
        checkedInput(methods[name].input, input, name);
        const state = await this.state();
        if (state.status !== 'busy')
          throw new VerbatimError('conflict', 'Only a library that is open elsewhere is opened for reading this way.');
        return this.openLibrary(state.path, { mode: 'read' });
      }
      case 'library.openAgain': {
        checkedInput(methods[name].input, input, name);
        const state = await this.state();
        if (state.status !== 'stopped' && state.status !== 'failed')
          throw new VerbatimError('conflict', 'Only a library that stopped or could not be opened is opened again.');
        return this.openLibrary(state.path, { mode: 'write', orRead: true });
      }
      case 'library.open': {
        const { grant, mode } = checkedInput(methods[name].input, input, name);
        return this.openLibrary(this.grants.resolve(grant, 'library'), { mode, orRead: true });
      }
      default:
        return null;
    }
  }

  /** The folder of the library that is open, or that could not be opened. */
  #folder(purpose: 'look' | 'change'): string {
    const { current, notOpen } = this.#lifecycle;
    const path = current?.context.libraryPath ?? ('path' in notOpen ? notOpen.path : null);
    if (path === null) throw new VerbatimError('no-library', whyNotOpen(notOpen));
    if (purpose === 'change' && !(current?.context.pool.writable ?? notOpen.status === 'failed'))
      throw new VerbatimError(
        'library-busy',
        'This library is not open for writing here. Open it for writing, or close it in the program that has it; nothing was changed.',
      );
    return path;
  }

  async #callBackups(name: keyof BackupMethods, input: unknown, { signal }: CoreCallOptions): Promise<unknown> {
    // The name and its checked input belong together by construction.
    const method = this.#backups[name] as (input: unknown, call: { readonly signal: AbortSignal }) => Promise<unknown>;
    return method(checkedInput(methods[name].input, input, name), { signal: signal ?? new AbortController().signal });
  }

  async #callMethod(name: keyof typeof methods, input: unknown, options: CoreCallOptions): Promise<unknown> {
    const checked = checkedInput(methods[name].input, input, name);
    const { handlers, running } = this.#library();
    return withSignal(running, options.signal, (signal) => {
      // The map is typed line by line; here the name and its checked input belong together by construction.
      const handler = handlers.methods[name as keyof ModuleHandlers['methods']] as (
        input: unknown,
        call: CallOptions,
      ) => Promise<unknown>;
      const { onProgress } = options;
      return handler(checked, { signal, ...(onProgress === undefined ? {} : { progress: onProgress }) });
    });
  }

  /**
   * Starts a job and waits for its end. Whoever aborts cancels it, and hears how it ended; a caller that was itself
   * interrupted, because its connection broke, is gone, and the job goes on.
   */
  async #runJob(name: keyof typeof jobs, input: unknown, options: CoreCallOptions): Promise<unknown> {
    const { signal, onProgress = () => undefined } = options;
    const checked = checkedJobInput(name, input);
    const { context } = this.#library();
    signal?.throwIfAborted();
    const job = context.jobs.start(name, checked);
    const gone = new AbortController();
    const follow = () => {
      if (signal?.reason instanceof Interruption) gone.abort(signal.reason);
      else job.stop(signal?.reason);
    };
    signal?.addEventListener('abort', follow, { once: true });
    try {
      return await job.attach(onProgress, gone.signal);
    } finally {
      signal?.removeEventListener('abort', follow);
    }
  }

  async handleFetch(request: Request): Promise<Response> {
    const log = this.#lifecycle.current?.context.log;
    try {
      return await this.#serve(request);
    } catch (thrown) {
      if (isDefect(thrown)) log?.note(defectEntry('serve', thrown));
      throw thrown;
    }
  }

  async #serve(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const open = this.#lifecycle.current;
    const image = imageOfAddress(pathname);
    if (image !== null && open !== null) return serveImage(open.context, image);
    const document = documentOfAddress(pathname);
    if (document !== null && open !== null) return serveDocument(open.context, document);
    if (open !== null && isPagePath(pathname)) return this.#servePage(open, pathname, request.signal);
    return (await this.#downloads.handle(request)) ?? new Response('Not found.', { status: 404 });
  }

  #servePage({ context, running }: OpenedLibrary, pathname: string, signal: AbortSignal): Promise<Response> {
    return withSignal(running, signal, (own) => servePage(context, pathname, own));
  }

  async close(): Promise<void> {
    await this.#lifecycle.close();
    await this.#downloads.close();
  }
}

function whyNotOpen(state: LibraryState): string {
  if (state.status === 'failed' || state.status === 'stopped') return state.message;
  if (state.status === 'opening') return 'The library is still being opened. Try again in a moment.';
  return 'No library is open. Open or make one first.';
}

/** Gives the work a signal that follows the caller's and the library's closing. */
async function withSignal<Value>(
  running: Map<AbortController, Promise<unknown>>,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  const follow = () => controller.abort(outer?.reason);
  outer?.addEventListener('abort', follow, { once: true });
  const working = work(controller.signal);
  running.set(controller, working);
  try {
    return await working;
  } finally {
    running.delete(controller);
    outer?.removeEventListener('abort', follow);
  }
}
