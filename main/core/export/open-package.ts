import { stat } from 'node:fs/promises';
import { openFolderSource } from '../../formats/shared/package/folder-source.ts';
import { insideFolder } from '../../formats/shared/package/inside-folder.ts';
import type { PackageSource } from '../../formats/shared/package/package.ts';
import { openZipSource } from '../../formats/shared/zip/zip-source.ts';

/** Opens a package for reading, a folder or a zip; a zip with one folder at its top is entered. */
export async function openPackage(path: string): Promise<PackageSource> {
  if ((await stat(path)).isDirectory()) return openFolderSource(path);
  const zip = await openZipSource(path);
  // What macOS adds to a zip beside the folder does not count.
  const tops = new Set(zip.files.map((file) => file.path.split('/')[0] ?? '').filter((top) => top !== '__MACOSX'));
  const [top] = tops;
  const nested = tops.size === 1 && top !== undefined && zip.files.some((file) => file.path.startsWith(`${top}/`));
  return nested ? insideFolder(zip, top) : zip;
}
