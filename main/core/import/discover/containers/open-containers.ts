import { rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  assertNever,
  type CaptureSource,
  type ForeignMarks,
  shownName,
  type TableColumns,
  VerbatimError,
} from '../../../../contract/index.ts';
import type { ContainerReader, Member, MentionedArticle } from '../../../../formats/format.ts';
import { headLength, sniffContainer } from '../../../../formats/registry.ts';
import type { CoreContext } from '../../../context.ts';
import { hashFile } from '../../../originals/hash.ts';
import { keepFile } from '../../../originals/mend.ts';
import { makeTemporaryFolder } from '../../../temporary/folders.ts';
import { type ReportLine, refusal } from '../../report/report.ts';
import type { FileStart } from '../file-start.ts';
import type { Found } from '../walk.ts';
import { ContainerThread } from './container-connection.ts';
import { ContainerPosition, inUse, type UnderWay } from './container-position.ts';

/** A container in a container in a container in a container; what is nested deeper is refused with the reason. */
const deepestNesting = 4;

/** A file out of a container: its bytes, and where they come from. */
export interface FoundMember {
  readonly kind: 'member';
  /** The container as it lies on this machine. */
  readonly file: string;
  readonly shown: string;
  /** Its name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly modified: string | null;
  /** When the container says that it was captured. */
  readonly captured: string | null;
  readonly source: { readonly from: Omit<CaptureSource, 'archive'>; readonly archive: number | null };
  /** The reader that its container names, or null. */
  readonly format: string | null;
  readonly marks: ForeignMarks | null;
  companion(address: string): Promise<Uint8Array | null>;
  /** To be called when it has been dealt with and its lines are in the report: its container stays open until then. */
  release(): void;
  /** To be called instead when it was not dealt with: an import that goes on later discovers it again. */
  abandon(): void;
}

/** A line for the report about a container: it couldn't be opened, or what was counted in it. */
export interface FoundLine {
  readonly kind: 'line';
  readonly file: string;
  readonly line: ReportLine;
  release(): void;
  abandon(): void;
}

/** A file on the disk with its first bytes, by which its format is told. */
export type FoundFile = Omit<Extract<Found, { kind: 'file' }>, 'modified'> & {
  /** Null for one of the library's own originals, whose date is lost. */
  readonly modified: string | null;
  readonly start: FileStart | null;
};
/** Articles that a container tells of without holding them. */
export interface FoundMentions {
  readonly kind: 'mentions';
  readonly file: string;
  readonly shown: string;
  readonly mentions: readonly MentionedArticle[];
  release(): void;
  abandon(): void;
}

/** What an import discovers: files and folders on the disk, members of containers, packages, and lines for the report. */
export type Discovered =
  | Exclude<Found, { kind: 'file' }>
  | FoundFile
  /** A hand-over package that was zipped. */
  | { readonly kind: 'package'; readonly path: string; readonly shown: string; readonly bytes: number }
  | FoundMember
  | FoundMentions
  | FoundLine;

export interface ContainerOptions {
  /** Whether a web archive is copied among the originals, or only referred to where it lies. */
  readonly copyArchives: boolean;
  /** See `ImportOrder.columns`. */
  readonly columns: Readonly<Record<string, string>> | null;
  readonly signal: AbortSignal;
  /** Where an import that was interrupted goes on in a container. */
  readonly after: string | null;
  /** How many of a file's bytes are done, while its members are dealt with. */
  progress(bytes: number): void;
  /** All members up to a position have been dealt with; null: all there are. */
  completed(position: string | null): void;
  /** A container begins to close; the import doesn't end before. */
  closing(closed: Promise<void>): void;
}

/** A container that is to be opened: where it lies, what the person chose, how deep it is nested, whom to tell. */
interface Place {
  /** Where it lies, for as long as it is open. */
  readonly path: string;
  /** What the person chose: the outermost container. */
  readonly file: string;
  readonly name: string;
  readonly shown: string;
  readonly bytes: number;
  readonly depth: number;
  readonly after: string | null;
  /** The archive that its members come from, when a container inside it holds them. */
  readonly archive: number | null;
  readonly progress: (bytes: number) => void;
  /** Begins with a member at a position. */
  readonly begin: (position: string) => UnderWay;
  /** What to do when it has been closed. */
  readonly discard: () => Promise<void>;
}

/** The reader that opens a file as a container, or null. */
export function containerOf(path: string, start: FileStart | null): ContainerReader | null {
  return start === null ? null : sniffContainer(start.bytes.subarray(0, headLength), basename(path));
}

/** The members of a container, those of containers inside it in their place. What can't be opened becomes a line. */
export async function* openContainer(
  context: CoreContext,
  reader: ContainerReader,
  found: FoundFile,
  options: ContainerOptions,
): AsyncGenerator<FoundMember | FoundMentions | FoundLine> {
  const { path, shown, bytes } = found;
  const { progress, after } = options;
  const reached = new ContainerPosition((position) => options.completed(position));
  const whole = inUse(() => options.completed(null));
  const begin = (position: string): UnderWay => {
    whole.take();
    const step = reached.begin(position);
    return {
      take: step.take,
      release() {
        step.release();
        whole.release();
      },
    };
  };
  const common = { path, file: path, name: basename(path), shown, bytes, progress, after };
  yield* membersOf(context, reader, { ...common, depth: 1, archive: null, begin, discard: nothing }, options);
  whole.release();
}

async function* membersOf(
  context: CoreContext,
  reader: ContainerReader,
  place: Place,
  options: ContainerOptions,
): AsyncGenerator<FoundMember | FoundMentions | FoundLine> {
  const archive = reader.isArchive ? await registerArchive(context, place) : place.archive;
  const { path, name, after } = place;
  const known = reader.isTable === true ? await context.pool.read('columns.known') : {};
  const tables = { known, wanted: options.columns };
  const container = new ContainerThread({ container: reader.name, path, name, after, tables }, place.progress);
  const open = inUse(() => options.closing(container.close().then(place.discard)));
  try {
    for (;;) {
      options.signal.throwIfAborted();
      const member = await container.next();
      if (member === null) break;
      yield* meet(context, member, { place, archive, container, open }, options);
    }
    if (reader.isArchive && archive !== null) await identifyArchive(context, reader, place, archive, options);
  } catch (error) {
    options.signal.throwIfAborted();
    yield line(place, refusal(place.shown, place.bytes, whyNotOpened(error)), place.begin(''));
  } finally {
    open.release();
  }
}

interface Opened {
  readonly place: Place;
  readonly archive: number | null;
  readonly container: ContainerThread;
  readonly open: UnderWay;
}

async function* meet(
  context: CoreContext,
  member: Member,
  opened: Opened,
  options: ContainerOptions,
): AsyncGenerator<FoundMember | FoundMentions | FoundLine> {
  const { place } = opened;
  switch (member.kind) {
    case 'refused': {
      const { path, reason, position } = member;
      yield line(place, refusal(`${place.shown} › ${shownName(path)}`, 0, reason), place.begin(position));
      return;
    }
    case 'columns': {
      const { table, fields } = member;
      await context.pool.writeBatch('columns.meet', table, fields);
      context.changes.gather({ subject: 'columns', ids: [table.signature] });
      if (fields === null) yield line(place, unmapped(place, table, options.columns), null);
      return;
    }
    case 'mentions': {
      const { mentions, position } = member;
      const { file, shown } = place;
      const step = place.begin(position);
      yield { kind: 'mentions', file, shown, mentions, release: () => step.release(), abandon: () => undefined };
      return;
    }
    case 'summary':
      yield line(
        place,
        { ...refusal(place.shown, place.bytes, member.reason), outcome: member.isEmpty ? 'refused' : 'partial' },
        null,
      );
      return;
    case 'file': {
      const step = place.begin(member.position);
      const name = member.name ?? (member.path.slice(member.path.lastIndexOf('/') + 1) || member.path);
      // A record was chosen by its archive's reader, which knows it to be one document.
      const isKnown = member.record !== null || member.format !== undefined;
      const inner = isKnown ? null : sniffContainer(member.bytes.subarray(0, headLength), name);
      if (inner === null) yield foundMember(member, name, step, opened);
      else {
        yield* openNested(context, inner, { member, name, step }, opened, options);
        step.release();
      }
      return;
    }
    default:
      assertNever(member);
  }
}

const mostNamed = 12;

/** Nothing of a table is taken before somebody has said what its columns mean. */
function unmapped({ shown, bytes }: Place, { columns }: TableColumns, wanted: ContainerOptions['columns']): ReportLine {
  const names = columns.slice(0, mostNamed).join(', ') + (columns.length > mostNamed ? ', …' : '');
  const why =
    wanted === null
      ? `It is a table of a kind that isn’t known here yet (columns: ${names}).`
      : `It has not all the columns that were named for this import (it has: ${names}).`;
  const reason = `${why} Say what its columns mean, then try it again; files with the same columns are taken in without asking from then on.`;
  return { ...refusal(shown, bytes, reason), outcome: 'unmapped' };
}

function line({ file }: Place, told: ReportLine, step: UnderWay | null): FoundLine {
  return { kind: 'line', file, line: told, release: () => step?.release(), abandon: () => undefined };
}

function foundMember(
  member: Extract<Member, { kind: 'file' }>,
  name: string,
  step: UnderWay,
  { place, archive, container, open }: Opened,
): FoundMember {
  open.take();
  const { path, bytes, modified, captured = null, record, format = null, told, marks = null } = member;
  return {
    kind: 'member',
    file: place.file,
    shown: `${place.shown} › ${shownName(path)}`,
    name,
    bytes,
    modified,
    captured,
    source: {
      from: { container: place.shown, member: path, record, ...(told === undefined ? {} : { told }) },
      archive,
    },
    format,
    marks,
    companion: (address) => container.resource(path, address),
    release() {
      step.release();
      open.release();
    },
    abandon: () => open.release(),
  };
}

interface Nested {
  readonly member: Extract<Member, { kind: 'file' }>;
  readonly name: string;
  /** Of the outer container: it is done when everything inside is. */
  readonly step: UnderWay;
}

/** A container inside a container is laid down as a file for as long as it is open. */
async function* openNested(
  context: CoreContext,
  reader: ContainerReader,
  { member, name, step }: Nested,
  { place, archive }: Opened,
  options: ContainerOptions,
): AsyncGenerator<FoundMember | FoundMentions | FoundLine> {
  const shown = `${place.shown} › ${shownName(member.path)}`;
  const bytes = member.bytes.byteLength;
  const begin = (): UnderWay => {
    step.take();
    return step;
  };
  if (place.depth >= deepestNesting) {
    const reason = `It is a ${reader.name} inside ${place.depth} others; containers are opened to a depth of ${deepestNesting}. Unpack the outer ones and add it.`;
    yield line(place, refusal(shown, bytes, reason), begin());
    return;
  }
  const folder = makeTemporaryFolder('member');
  const path = join(folder, 'member');
  await writeFile(path, member.bytes, { flag: 'wx', mode: 0o600 });
  const inner: Place = {
    path,
    file: place.file,
    name,
    shown,
    bytes,
    depth: place.depth + 1,
    after: null,
    archive,
    begin,
    progress: () => undefined,
    discard: () => rm(folder, { recursive: true, force: true }),
  };
  yield* membersOf(context, reader, inner, options);
}

async function nothing(): Promise<void> {}

function registerArchive(context: CoreContext, { name, bytes, path }: Place): Promise<number> {
  return context.pool.writeBatch('archives.register', { name, bytes, path });
}

/** When all of an archive was read its hash is kept, and with it the copy, where one is wanted. */
async function identifyArchive(
  context: CoreContext,
  reader: ContainerReader,
  place: Place,
  archive: number,
  options: ContainerOptions,
): Promise<void> {
  const sha256 = await hashFile(place.path, options.signal);
  const copied = options.copyArchives || place.depth > 1;
  const { mediaType } = reader;
  const found = { sha256, bytes: place.bytes, mediaType, copied };
  if (!copied) {
    await context.pool.writeBatch('archives.identify', archive, found);
    return;
  }
  await context.originals.leased(async (lease) => {
    await keepFile(context, lease, { path: place.path, sha256, from: place.shown }, options.signal);
    await context.pool.writeBatch('archives.identify', archive, found);
  });
}

function whyNotOpened(error: unknown): string {
  if (error instanceof VerbatimError && error.code !== 'internal') return error.message;
  const words = error instanceof Error ? error.message : String(error);
  return `Reading it failed: ${words}. What was taken from it before is kept; the rest of the import went on.`;
}
