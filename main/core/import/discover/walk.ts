import { lstat, opendir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { shownName } from '../../../contract/index.ts';
import { isZoteroRdf } from '../../../formats/read/services/zotero/container.ts';
import { companionFolders, companionNames } from '../../../formats/shared/html/companion-folders.ts';
import { NotRegularError } from '../../../formats/shared/regular-file.ts';
import { isSystemFile } from '../../../formats/shared/system-files.ts';
import { readStart } from './file-start.ts';
import { systemOf } from './system-folder.ts';

/** A file found, or a place that could not be looked into. */
export type Found =
  | {
      readonly kind: 'file';
      readonly path: string;
      /** For the person: from the chosen folder's name on. */
      readonly shown: string;
      readonly bytes: number;
      readonly modified: string;
      /** The folder with the page's pictures and styles that a browser writes beside it, or null. */
      readonly companions: string | null;
    }
  | { readonly kind: 'folder'; readonly path: string; readonly shown: string }
  | { readonly kind: 'problem'; readonly path: string; readonly shown: string; readonly reason: string };

/**
 * Walks what a person chose, depth first and by name, so that two runs see the same order. A folder is
 * walked once, whatever links lead to it: a link back to one on the way, or to one that was walked, is
 * told as a problem (two dozen folders with two links each lead to sixteen million). What the system makes
 * up (`/proc`) is not looked into. A page's companion folder is not walked; it belongs to its page.
 * `claims` lets a folder be taken whole (a bag): it is then told as such and not walked.
 */
export async function* walk(
  root: string,
  claims: (folder: string) => Promise<boolean>,
  signal: AbortSignal,
): AsyncGenerator<Found> {
  const visited = new Set<string>();
  yield* visit(
    { path: root, shown: shownName(basename(root)), above: [], device: null, siblings: null },
    {
      visited,
      claims,
      signal,
    },
  );
}

/** What is the same for all places of a walk. */
interface Walk {
  /** The real paths of the folders that were walked. */
  readonly visited: Set<string>;
  readonly claims: (folder: string) => Promise<boolean>;
  readonly signal: AbortSignal;
}

interface Place {
  readonly path: string;
  readonly shown: string;
  /** The real paths of the folders on the way to it. */
  readonly above: readonly string[];
  /** The device that its folder stands on; null where that isn't known. */
  readonly device: number | null;
  /** The names beside it, or null where they were not listed. */
  readonly siblings: ReadonlySet<string> | null;
}

async function* visit(place: Place, walking: Walk): AsyncGenerator<Found> {
  const { path, shown, above, siblings } = place;
  walking.signal.throwIfAborted();
  let information: Awaited<ReturnType<typeof stat>>;
  try {
    information = await stat(path);
    const system = information.dev === place.device ? null : await systemOf(path);
    if (system !== null) {
      yield { kind: 'problem', path, shown, reason: standsOnNoDisk(system) };
      return;
    }
  } catch (error) {
    yield { kind: 'problem', path, shown, reason: await explainReadError(error, path) };
    return;
  }
  if (information.isFile()) {
    yield {
      kind: 'file',
      path,
      shown,
      bytes: information.size,
      modified: information.mtime.toISOString(),
      companions: await companionsOf(path, siblings),
    };
    return;
  }
  if (!information.isDirectory()) {
    yield {
      kind: 'problem',
      path,
      shown,
      reason: neitherFileNorFolder,
    };
    return;
  }
  const real = await realpath(path);
  if (above.includes(real)) {
    yield {
      kind: 'problem',
      path,
      shown,
      reason: 'It is a link back to a folder that holds it. Its files are taken once, where they stand.',
    };
    return;
  }
  if (walking.visited.has(real)) {
    yield {
      kind: 'problem',
      path,
      shown,
      reason: 'It is another way to a folder whose files were taken already. They are taken once.',
    };
    return;
  }
  walking.visited.add(real);
  if (await walking.claims(path)) {
    yield { kind: 'folder', path, shown };
    return;
  }
  let names: string[];
  try {
    names = await list(path);
  } catch (error) {
    yield { kind: 'problem', path, shown, reason: await explainReadError(error, path) };
    return;
  }
  const companions = new Set([...companionFolders(names), ...(await zoteroFiles(path, names))]);
  const beside = new Set(names);
  for (const name of names) {
    if (isSystemFile(name) || companions.has(name)) continue;
    yield* visit(
      {
        path: join(path, name),
        shown: `${shown}/${shownName(name)}`,
        above: [...above, real],
        device: information.dev,
        siblings: beside,
      },
      walking,
    );
  }
}

function standsOnNoDisk(system: string): string {
  return `It belongs to the system itself (${system}) and stands on no disk: what is there is made up at each look and may have no end. It was not opened.`;
}

/** Zotero writes what its RDF tells of into `files` beside it; it comes in with what the RDF says of it. */
async function zoteroFiles(folder: string, names: readonly string[]): Promise<readonly string[]> {
  if (!names.includes('files')) return [];
  for (const name of names.filter((one) => /\.rdf$/iu.test(one))) {
    const start = await readStart(join(folder, name), Number.POSITIVE_INFINITY);
    if (start !== null && isZoteroRdf(start.bytes)) return ['files'];
  }
  return [];
}

async function list(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const entry of await opendir(folder)) names.push(entry.name);
  return names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

async function companionsOf(path: string, siblings: ReadonlySet<string> | null): Promise<string | null> {
  for (const name of companionNames(basename(path))) {
    // Most pages have none: a folder's listing says so at once, where asking for each name takes its time.
    if (siblings !== null && !siblings.has(name)) continue;
    const folder = join(dirname(path), name);
    try {
      if ((await stat(folder)).isDirectory()) return folder;
    } catch {
      // This browser writes another name, or the page was saved alone.
    }
  }
  return null;
}

const neitherFileNorFolder = 'It is neither a file nor a folder (a device, a pipe or a socket). It was not opened.';

/** The words for a read that failed, and what to do about it. */
export async function explainReadError(error: unknown, path: string): Promise<string> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof NotRegularError) return neitherFileNorFolder;
  if (code === 'EACCES' || code === 'EPERM')
    return 'The system does not permit reading it. Give yourself permission to read it (or copy it elsewhere) and add it again.';
  if (code === 'ELOOP') return 'It is a link that leads to itself. There is nothing behind it to take.';
  if (code === 'ENOENT')
    return (await isLink(path))
      ? 'It is a link to something that is not there. Add the file itself.'
      : 'It is not there any more. If it was moved, add it from its new place.';
  return `It could not be read: ${error instanceof Error ? error.message : String(error)}.`;
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch {
    return false;
  }
}
