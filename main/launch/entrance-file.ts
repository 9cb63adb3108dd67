import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { leadOn } from '../server/entrance.ts';

/** Not hidden: browsers that are packed as snaps may read nothing in a home folder whose name begins with a dot. */
const name = 'open-reading-room.html';

export interface EntranceFile {
  /** The address of the file, which tells no secret. */
  readonly address: string;
  remove(): Promise<void>;
}

/**
 * Writes a page that leads to the reading room's one-time address. A browser is started with the page's
 * own address, because whatever stands in a command line is read by every user of the machine; the page
 * is its owner's alone (0600). It lies in the library's folder, or where that can't be written in the
 * system's temporary one, and is to be removed as soon as somebody was let in.
 */
export async function writeEntranceFile(libraryFolder: string, link: string): Promise<EntranceFile> {
  const path = await writePrivate(join(libraryFolder, name), link).catch(() =>
    writePrivate(join(tmpdir(), `${process.pid}-${name}`), link),
  );
  return { address: pathToFileURL(path).href, remove: () => rm(path, { force: true }) };
}

/** What an earlier run left there is replaced, never written into: it could be somebody else's, or a link to elsewhere. */
async function writePrivate(path: string, link: string): Promise<string> {
  await rm(path, { force: true });
  await writeFile(path, leadOn(link), { flag: 'wx', mode: 0o600 });
  return path;
}
