import { VerbatimError } from '../../../../contract/index.ts';
import { unsafePath } from '../../../shared/package/package.ts';
import { openRegularFile } from '../../../shared/regular-file.ts';
import { exitCodes, runSevenZip, type SevenZipRun } from './program.ts';

/** One file of an archive, in the order in which they are unpacked. */
export interface SevenZipEntry {
  readonly path: string;
  readonly size: number;
  readonly crc32: number | null;
  /** ISO 8601, or null. */
  readonly modified: string | null;
  readonly isFolder: boolean;
  /** Why it is left in the archive; null for what leads nowhere bad. */
  readonly refused: string | null;
}

/** What an archive may ask of this machine, looked at before anything is unpacked. */
const limits = {
  entries: 500_000,
  /** Laid down on the disk, all files together. */
  unpackedBytes: 8 * 1024 ** 3,
  /** Unpacked to packed, from 256 MB unpacked on. Pages of one site, packed as one, reach about 50. */
  ratio: 400,
  ratioFrom: 256 * 1024 ** 2,
} as const;

/**
 * Reads what a 7z archive holds. Throws `unsupported` for one that is encrypted or damaged, `limit-exceeded`
 * for a bomb.
 */
export async function listSevenZip(archive: string, packedBytes: number): Promise<readonly SevenZipEntry[]> {
  const run = await runSevenZip('l', archive);
  if (run.code !== exitCodes.done) throw (await hasEncryptedHeader(archive)) ? encrypted() : whyFailed(run);
  const blocks = blocksOf(run.said);
  if (blocks.some((block) => block.get('Encrypted') === '+')) throw encrypted();
  if (blocks.length > limits.entries)
    throw new VerbatimError(
      'limit-exceeded',
      `This 7z archive holds ${blocks.length} files, more than Verbatim opens.`,
    );
  const names = new Set<string>();
  const entries = blocks.map((block) => entryOf(block, names));
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > limits.unpackedBytes || (unpacked > limits.ratioFrom && unpacked > packedBytes * limits.ratio))
    throw new VerbatimError(
      'limit-exceeded',
      `This 7z archive of ${packedBytes} bytes would unpack to ${unpacked} bytes, more than Verbatim lays down. If you trust it, unpack it and add the folder.`,
      { packedBytes, unpacked },
    );
  return entries;
}

/** What went wrong, for the report. */
export function whyFailed({ code, errors }: SevenZipRun): VerbatimError {
  const all = errors.join('\n');
  if (code === exitCodes.outOfMemory || /allocate|memory/iu.test(all))
    return new VerbatimError(
      'limit-exceeded',
      'This 7z archive needs more memory to be unpacked than Verbatim gives it. Unpack it with 7-Zip and add the folder.',
    );
  return new VerbatimError(
    'unsupported',
    'This 7z archive cannot be read: it is damaged, cut off, or packed in a way that isn’t known here. Get it again, or unpack it with 7-Zip and add the folder.',
  );
}

/** AES-256, as the format's list of methods numbers it. */
const encryption = Buffer.from([0x06, 0xf1, 0x07, 0x01]);
const longestHeader = 64 * 1024;

/** Whether the names are encrypted too: the last header then says how, in the clear. The program only gives up. */
async function hasEncryptedHeader(archive: string): Promise<boolean> {
  const file = await openRegularFile(archive);
  try {
    const { buffer: start, bytesRead } = await file.read(Buffer.alloc(32), 0, 32, 0);
    if (bytesRead < 32) return false;
    const place = 32n + start.readBigUInt64LE(12);
    if (place > BigInt(Number.MAX_SAFE_INTEGER)) return false;
    const { buffer: header } = await file.read(Buffer.alloc(longestHeader), 0, longestHeader, Number(place));
    return header.includes(encryption);
  } finally {
    await file.close();
  }
}

function encrypted(): VerbatimError {
  return new VerbatimError(
    'unsupported',
    'This 7z archive is encrypted. Unpack it with its password, and add the folder.',
  );
}

/** The fields of each file (`7zz l -slt`): lines of "Name = value", parted by empty ones, below a line of dashes. */
function blocksOf(said: readonly string[]): ReadonlyMap<string, string>[] {
  const start = said.findIndex((line) => /^-{10,}$/u.test(line));
  const blocks: Map<string, string>[] = [];
  let block: Map<string, string> | null = null;
  for (const line of start < 0 ? [] : said.slice(start + 1)) {
    const [, name, value = ''] = /^([A-Z][A-Za-z ]*) = ?(.*)$/su.exec(line) ?? [];
    if (name === 'Path') {
      block = new Map();
      blocks.push(block);
    }
    if (name !== undefined) block?.set(name, value);
  }
  return blocks;
}

function entryOf(block: ReadonlyMap<string, string>, names: Set<string>): SevenZipEntry {
  const path = block.get('Path') ?? '';
  const attributes = block.get('Attributes') ?? '';
  const isFolder = /^D/u.test(attributes);
  const checksum = block.get('CRC') ?? '';
  const modified = Date.parse(`${(block.get('Modified') ?? '').slice(0, 19).replace(' ', 'T')}Z`);
  const refused =
    unsafePath(path) ??
    (/ l/u.test(attributes) ? 'a link' : null) ??
    (!isFolder && names.has(path) ? 'the same name twice' : null);
  names.add(path);
  return {
    path,
    size: isFolder ? 0 : Number(block.get('Size') ?? 0) || 0,
    crc32: /^[0-9A-F]{8}$/u.test(checksum) ? Number.parseInt(checksum, 16) : null,
    modified: Number.isNaN(modified) ? null : new Date(modified).toISOString(),
    isFolder,
    refused,
  };
}
