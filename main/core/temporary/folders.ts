import { createHash } from 'node:crypto';
import { appendFileSync, type Dirent, existsSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { lstat, readdir, readFile, rm } from 'node:fs/promises';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * Where what is under way lies outside the library: uploads, downloads, members of containers, the parts of an
 * export. One folder a process, which nobody else can enter and which goes when the process ends. One that was killed
 * leaves its folder; its name says whose it was, so that the next start can remove it and nobody else's.
 */
const namePattern = /^verbatim-(?<user>[0-9a-z]+)-(?<place>[0-9a-f]{8})-(?<process>\d+)-(?<started>\d+)-\w{6}$/u;
/** What versions before 0.2 left, which don't say whose they are: only what nothing has touched for a week. */
const formerPattern = /^verbatim-(export|upload|download|container)-\w{6}$/u;
const formerAge = 7 * 24 * 60 * 60 * 1000;
/** Lists what is being written beside a person's own files. */
const listName = 'unfinished';
/** How such a file ends; nothing else is ever removed by the list. */
const unfinishedEnding = /\.[0-9a-f]{12}\.partial$/u;

let ownRoot: string | null = null;

/** A new folder for one piece of work; `purpose` is a word for whoever looks. Its maker removes it; the end of the process does, too. */
export function makeTemporaryFolder(purpose: string): string {
  return mkdtempSync(join(rootFolder(), `${purpose}-`));
}

/**
 * Remembers that a file or folder of an unfinished name is being written at a place of the person's: when this process is
 * killed, the next start removes it.
 */
export function rememberUnfinished(path: string): void {
  if (unfinishedEnding.test(path)) appendFileSync(join(rootFolder(), listName), `${JSON.stringify(path)}\n`);
}

function rootFolder(): string {
  // What tidies a system's temporary folder may have taken it away from a program that ran for weeks.
  if (ownRoot !== null && existsSync(ownRoot)) return ownRoot;
  const root = mkdtempSync(
    join(tmpdir(), `verbatim-${user()}-${place()}-${process.pid}-${startOf(process.pid) ?? 0}-`),
  );
  ownRoot = root;
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));
  return root;
}

let swept: Promise<unknown> | null = null;

/** Removes what killed processes left in the system's folder, at the first library that this process opens. */
export async function sweepOnce(): Promise<void> {
  swept ??= sweepTemporaryFolders();
  await swept;
}

/**
 * Removes what killed processes of this user left on this machine; never anything of a process that lives, or of
 * anybody else. Answers the names of what was removed. What can't be removed stays for the next time.
 */
export async function sweepTemporaryFolders(folder: string = tmpdir()): Promise<string[]> {
  const removed: string[] = [];
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (!(await isLeft(path, entry.name))) continue;
    try {
      for (const unfinished of await listIn(path)) await rm(unfinished, { recursive: true, force: true });
      await rm(path, { recursive: true, force: true });
      removed.push(entry.name);
    } catch {
      // It is on a disk that isn't there, or somebody else's by now; the list stays with the folder.
    }
  }
  return removed;
}

async function isLeft(path: string, name: string): Promise<boolean> {
  const owner = namePattern.exec(name)?.groups;
  if (owner === undefined && !formerPattern.test(name)) return false;
  try {
    const information = await lstat(path);
    // A name is easily made; what counts is whose folder it is.
    if (!information.isDirectory() || (process.getuid !== undefined && information.uid !== process.getuid()))
      return false;
    if (owner === undefined) return Date.now() - information.mtimeMs > formerAge;
  } catch {
    // It went away meanwhile.
    return false;
  }
  if (owner.user !== user() || owner.place !== place()) return false;
  return !lives(Number(owner.process), Number(owner.started));
}

async function listIn(root: string): Promise<string[]> {
  let lines: string;
  try {
    lines = await readFile(join(root, listName), 'utf8');
  } catch {
    // Nothing was written outside.
    return [];
  }
  return lines.split('\n').flatMap((line) => {
    try {
      const path: unknown = JSON.parse(line);
      return typeof path === 'string' && unfinishedEnding.test(path) ? [path] : [];
    } catch {
      // The end of the file, or a line that was being written.
      return [];
    }
  });
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function user(): string {
  return process.getuid === undefined
    ? createHash('sha256').update(userInfo().username).digest('hex').slice(0, 8)
    : String(process.getuid());
}

/** Numbers of processes mean something on one machine, and there within one namespace (containers that share a folder). */
function place(): string {
  let namespace = '';
  try {
    namespace = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Only Linux has them.
  }
  return createHash('sha256').update(`${hostname()}\n${namespace}`).digest('hex').slice(0, 8);
}

function lives(id: number, started: number): boolean {
  try {
    process.kill(id, 0);
  } catch {
    // Somebody else's process has the number now (EPERM), or nobody has it.
    return false;
  }
  return started === 0 || startOf(id) === started;
}

/** When a process was started, in the system's own count, to tell it from a later one of the same number; null where it isn't told. */
function startOf(id: number): number | null {
  try {
    const line = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The second field is the program's name, which may hold anything; field 22 is the start.
    return Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[19]);
  } catch {
    return null;
  }
}
