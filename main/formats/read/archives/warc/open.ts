import type { ContainerSource, OpenContainer } from '../../../format.ts';
import { ArchiveFile } from '../records/archive-file.ts';
import { aloneInItsFile, OpenArchive } from '../records/open-archive.ts';

/** For `ContainerReader.open`. */
export async function open(source: ContainerSource): Promise<OpenContainer> {
  const { name, path, scratch } = source;
  const file = await ArchiveFile.open({ name, path, scratch });
  return new OpenArchive([file], source, aloneInItsFile);
}
