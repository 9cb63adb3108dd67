import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type PackageSource, readWhole } from '../../formats/shared/package/package.ts';
import { openPackage } from '../export/open-package.ts';

/**
 * Whether a folder or a zip is a hand-over package of Verbatim: a bag with our library.json, or one
 * that says it was ours and has lost it. Other bags are left to whoever reads their payload.
 */
export async function sniffBag(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return await isOurBagFolder(path);
    const source = await openPackage(path);
    try {
      return await isOurs(source);
    } finally {
      await source.close();
    }
  } catch {
    // Not readable, or no zip: whoever takes it as a file says why.
    return false;
  }
}

/** Asked for every folder of an import, so it looks at two files and lists nothing. */
async function isOurBagFolder(path: string): Promise<boolean> {
  if (!(await isFile(join(path, 'bagit.txt')))) return false;
  if (await isFile(join(path, 'data', 'library.json'))) return true;
  const handle = await open(join(path, 'bag-info.txt'), 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16_384), 0, 16_384, 0);
    return isOurInformation(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await handle.close();
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function isOurs(source: PackageSource): Promise<boolean> {
  if (!source.has('bagit.txt')) return false;
  if (source.has('data/library.json')) return true;
  return (
    source.has('bag-info.txt') &&
    isOurInformation(Buffer.from(await readWhole(source, 'bag-info.txt', 65_536)).toString('utf8'))
  );
}

function isOurInformation(text: string): boolean {
  return /^Bag-Software-Agent:\s*Verbatim\b/im.test(text);
}
