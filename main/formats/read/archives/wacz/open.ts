import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { VerbatimError } from '../../../../contract/index.ts';
import type { ContainerSource, Member, OpenContainer } from '../../../format.ts';
import { openZipSource, type ZipSource } from '../../../shared/zip/zip-source.ts';
import { ArchiveFile } from '../records/archive-file.ts';
import { OpenArchive } from '../records/open-archive.ts';
import { differencesOf, readDataPackage } from './data-package.ts';
import { pagesOf } from './pages.ts';

/** For `ContainerReader.open`. */
export async function open(source: ContainerSource): Promise<OpenContainer> {
  const zip = await openZipSource(source.path);
  try {
    return await openWacz(zip, source);
  } catch (error) {
    await zip.close();
    throw error;
  }
}

async function openWacz(zip: ZipSource, source: ContainerSource): Promise<OpenContainer> {
  const described = await readDataPackage(zip);
  const names = zip.files
    .map(({ path }) => path)
    .filter((path) => /\.w?arc(?:\.gz|\.zst)?$/iu.test(path))
    .sort();
  if (names.length === 0)
    throw new VerbatimError(
      'unsupported',
      'It is a WACZ without a WARC in it: there is nothing to read. It may be damaged, or an index of archives that lie elsewhere.',
    );
  const remarks = described?.isSigned === true ? ['It is signed; the signature was not checked.'] : [];
  const files: ArchiveFile[] = [];
  for (const name of names) files.push(await openArchive(zip, name, source));
  const archive = new OpenArchive(files, source, {
    listed: pagesOf(zip),
    remarks,
    // What takes long to check is not silent meanwhile.
    differences: () => differencesOf(zip, described, source.signal, () => source.progress(0)),
  });
  return {
    members: (): AsyncIterable<Member> => archive.members(),
    resource: (member, address) => archive.resource(member, address),
    async close() {
      await archive.close();
      await zip.close();
    },
  };
}

/** Archives stand in the zip as they are; one that was compressed again is laid down unpacked. */
async function openArchive(zip: ZipSource, name: string, source: ContainerSource): Promise<ArchiveFile> {
  const { scratch } = source;
  const part = await zip.storedAt(name);
  if (part !== null) return ArchiveFile.open({ name, path: source.path, part, scratch });
  const path = join(scratch, name.replaceAll('/', '-'));
  await pipeline(told(zip.stream(name), source), createWriteStream(path, { flags: 'wx', mode: 0o600 }), {
    signal: source.signal,
  });
  return ArchiveFile.open({ name, path, scratch });
}

async function* told(chunks: AsyncIterable<Uint8Array>, source: ContainerSource): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    source.progress(0);
    yield chunk;
  }
}
