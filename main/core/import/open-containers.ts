import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parse } from 'valibot';
import { type CaptureSource, type ImportLine, Sha256, VerbatimError } from '../../contract/index.ts';
import type { ContainerReader, Member } from '../../formats/format.ts';
import { headLength, sniffContainer } from '../../formats/registry.ts';
import { ContainerThread } from '../../workers/container-thread.ts';
import type { CoreContext } from '../context.ts';
import { refusal } from './report.ts';
import { shownName } from './shown-name.ts';
import type { Found } from './walk.ts';

/** A container in a container in a container in a container; what is nested deeper is refused with the reason. */
export const deepestNesting = 4;

/** A file out of a container: its bytes, and where they come from. */
export interface FoundMember {
  readonly kind: 'member';
  readonly shown: string;
  /** Its name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly modified: string | null;
  readonly source: { readonly from: Omit<CaptureSource, 'archive'>; readonly archive: number | null };
  companion(address: string): Promise<Uint8Array | null>;
  /** To be called when the member has been dealt with: its container stays open until then. */
  release(): void;
}

/** What an import meets: files and folders as they lie, members, and lines for the report. */
export type Met =
  | Found
  /** A hand-over package that was zipped. */
  | { readonly kind: 'package'; readonly path: string; readonly shown: string; readonly bytes: number }
  | FoundMember
  | { readonly kind: 'line'; readonly line: ImportLine };

export interface ContainerOptions {
  /** Whether a web archive is copied among the originals, or only referred to where it lies. */
  readonly copyArchives: boolean;
  readonly signal: AbortSignal;
  /** How many of a file's bytes are behind, while its members are met. */
  progress(bytes: number): void;
  /** A container begins to close; the import doesn't end before. */
  closing(closed: Promise<void>): void;
}

/** Where the container being opened lies, and what is known of it from outside. */
interface Place {
  readonly path: string;
  readonly name: string;
  readonly shown: string;
  readonly bytes: number;
  readonly depth: number;
  /** The archive that its members come from, when a container inside it holds them. */
  readonly archive: number | null;
  readonly progress: (bytes: number) => void;
  /** What to do when it has been closed. */
  readonly discard: () => Promise<void>;
}

/**
 * Opens what is a container and gives its members in its place, containers inside it too; anything else
 * is given as it is. What can't be opened becomes a line.
 */
export async function* openContainers(
  context: CoreContext,
  found: Found,
  options: ContainerOptions,
): AsyncGenerator<Met> {
  const reader = found.kind === 'file' ? await containerAt(found.path) : null;
  if (found.kind !== 'file' || reader === null) {
    yield found;
    return;
  }
  const { path, shown, bytes } = found;
  const place = {
    path,
    name: basename(path),
    shown,
    bytes,
    depth: 1,
    archive: null,
    progress: options.progress,
    discard: nothing,
  };
  yield* membersOf(context, reader, place, options);
}

async function containerAt(path: string): Promise<ContainerReader | null> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(headLength), 0, headLength, 0);
      return sniffContainer(buffer.subarray(0, bytesRead), basename(path));
    } finally {
      await file.close();
    }
  } catch {
    // Whoever reads it as a file says why it can't be read.
    return null;
  }
}

async function* membersOf(
  context: CoreContext,
  reader: ContainerReader,
  place: Place,
  options: ContainerOptions,
): AsyncGenerator<Met> {
  const archive = reader.isArchive ? await registerArchive(context, place) : place.archive;
  const container = new ContainerThread(
    { container: reader.name, path: place.path, name: place.name, after: null },
    place.progress,
  );
  const open = new StillInUse(() => options.closing(container.close().then(place.discard)));
  try {
    for (;;) {
      options.signal.throwIfAborted();
      const member = await container.next();
      if (member === null) break;
      yield* meet(context, member, { reader, place, archive, container, open }, options);
    }
    if (reader.isArchive && archive !== null) await identifyArchive(context, reader, place, archive, options);
  } catch (error) {
    options.signal.throwIfAborted();
    yield { kind: 'line', line: refusal(place.shown, place.bytes, whyNotOpened(error)) };
  } finally {
    open.release();
  }
}

interface Opened {
  readonly reader: ContainerReader;
  readonly place: Place;
  readonly archive: number | null;
  readonly container: ContainerThread;
  readonly open: StillInUse;
}

async function* meet(
  context: CoreContext,
  member: Member,
  opened: Opened,
  options: ContainerOptions,
): AsyncGenerator<Met> {
  const { place } = opened;
  switch (member.kind) {
    case 'refused':
      yield { kind: 'line', line: refusal(`${place.shown} › ${shownName(member.path)}`, 0, member.reason) };
      return;
    case 'summary':
      yield {
        kind: 'line',
        line: { ...refusal(place.shown, place.bytes, member.reason), outcome: 'partial' },
      };
      return;
    case 'file': {
      const name = member.path.slice(member.path.lastIndexOf('/') + 1);
      // A record was chosen by its archive's reader, which knows it to be one document.
      const inner = member.record === null ? sniffContainer(member.bytes.subarray(0, headLength), name) : null;
      if (inner !== null) yield* openNested(context, inner, member, opened, options);
      else yield foundMember(member, name, opened);
      return;
    }
  }
}

function foundMember(member: Extract<Member, { kind: 'file' }>, name: string, opened: Opened): FoundMember {
  const { place, archive, container, open } = opened;
  open.take();
  const { path, bytes, modified, record } = member;
  return {
    kind: 'member',
    shown: `${place.shown} › ${shownName(path)}`,
    name,
    bytes,
    modified,
    source: { from: { container: place.shown, member: path, record }, archive },
    companion: (address) => container.resource(path, address),
    release: () => open.release(),
  };
}

/** A container inside a container is laid down as a file for as long as it is open. */
async function* openNested(
  context: CoreContext,
  reader: ContainerReader,
  member: Extract<Member, { kind: 'file' }>,
  { place, archive }: Opened,
  options: ContainerOptions,
): AsyncGenerator<Met> {
  const shown = `${place.shown} › ${shownName(member.path)}`;
  const name = member.path.slice(member.path.lastIndexOf('/') + 1);
  const bytes = member.bytes.byteLength;
  if (place.depth >= deepestNesting) {
    const reason = `It is a ${reader.name} inside ${place.depth} others; containers are opened to a depth of ${deepestNesting}. Unpack the outer ones and add it.`;
    yield { kind: 'line', line: refusal(shown, bytes, reason) };
    return;
  }
  const path = join(tmpdir(), `verbatim-${randomBytes(9).toString('base64url')}`);
  await writeFile(path, member.bytes, { flag: 'wx', mode: 0o600 });
  const discard = () => rm(path, { force: true });
  const inner = { path, name, shown, bytes, depth: place.depth + 1, archive, progress: () => undefined, discard };
  yield* membersOf(context, reader, inner, options);
}

async function nothing(): Promise<void> {}

/** Closes something when everybody who used it has said so; whoever made it is the first. */
class StillInUse {
  #users = 1;
  readonly #close: () => void;

  constructor(close: () => void) {
    this.#close = close;
  }
  take(): void {
    this.#users += 1;
  }
  release(): void {
    this.#users -= 1;
    if (this.#users === 0) this.#close();
  }
}

function registerArchive(context: CoreContext, { name, bytes, path }: Place): Promise<number> {
  return context.pool.writeBatch('archives.register', { name, bytes, path });
}

/** When all of an archive was met its hash is kept, and with it the copy, where one is wanted. */
async function identifyArchive(
  context: CoreContext,
  reader: ContainerReader,
  place: Place,
  archive: number,
  options: ContainerOptions,
): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(place.path, { highWaterMark: 1024 * 1024 }), hash, { signal: options.signal });
  const sha256 = parse(Sha256, hash.digest('hex'));
  const copied = options.copyArchives || place.depth > 1;
  if (copied) await context.originals.putFile(place.path, sha256, options.signal);
  const { mediaType } = reader;
  await context.pool.writeBatch('archives.identify', archive, { sha256, bytes: place.bytes, mediaType, copied });
}

function whyNotOpened(error: unknown): string {
  if (error instanceof VerbatimError && error.code !== 'internal') return error.message;
  const words = error instanceof Error ? error.message : String(error);
  return `Reading it failed: ${words}. What was taken from it before is kept; the rest of the import went on.`;
}
