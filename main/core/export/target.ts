import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportFormat, GrantId } from '../../contract/index.ts';
import { openFileSink } from '../../formats/shared/package/file-sink.ts';
import { openFolderSink, temporaryBeside } from '../../formats/shared/package/folder-sink.ts';
import type { PackageSink } from '../../formats/shared/package/package.ts';
import { openZipSink } from '../../formats/shared/zip/zip-sink.ts';
import type { CoreContext } from '../context.ts';
import { rememberUnfinished } from '../temporary/folders.ts';

/** Where an export goes and in what form. */
export interface ExportTarget {
  readonly path: string;
  readonly sink: PackageSink;
  /** The name for a browser that fetches it; null when a place was granted. */
  readonly downloadName: string | null;
}

/**
 * Opens the granted place, or a file to be fetched. What is a folder is fetched as a zip; a granted
 * path that ends in `.zip` gets one too. A granted folder for a format of one file gets the file in it.
 */
export async function openTarget(
  context: CoreContext,
  format: ExportFormat,
  grant: GrantId | null,
  name: string,
  at: Date,
): Promise<ExportTarget> {
  if (grant === null) {
    const fileName = format === 'annotations' ? `${name}.jsonld` : `${name}.zip`;
    const path = await context.downloads.place(fileName);
    const sink =
      format === 'annotations'
        ? await openFileSink(path, unfinished(path))
        : await openZipSink(path, { folder: name, at }, unfinished(path));
    return { path, sink, downloadName: fileName };
  }
  const granted = context.grants.resolve(grant, 'write');
  if (format === 'annotations') {
    const path = (await isFolder(granted)) ? join(granted, `${name}.jsonld`) : granted;
    return { path, sink: await openFileSink(path, unfinished(path)), downloadName: null };
  }
  if (format === 'bagit-zip' || (format !== 'bagit' && granted.toLowerCase().endsWith('.zip'))) {
    const path = (await isFolder(granted)) ? join(granted, `${name}.zip`) : granted;
    return { path, sink: await openZipSink(path, { folder: name, at }, unfinished(path)), downloadName: null };
  }
  return { path: granted, sink: await openFolderSink(granted, unfinished(granted)), downloadName: null };
}

/** What is being written has a name of its own, which the next start knows when this process is killed. */
export function unfinished(target: string): string {
  const path = temporaryBeside(target);
  rememberUnfinished(path);
  return path;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
