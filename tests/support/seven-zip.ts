import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';

type Start = (options: object) => Promise<{
  readonly FS: {
    mkdir(path: string): void;
    mount(system: unknown, options: { readonly root: string }, place: string): void;
    chdir(path: string): void;
  };
  readonly NODEFS: unknown;
  callMain(words: string[]): unknown;
}>;
const start: Start = createRequire(import.meta.url)('7z-wasm');

/** Packs files as 7-Zip does. `switches` are its own: `-pPASSWORD`, `-mhe=on`, `-md=SIZE`. */
export async function sevenZip(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { readonly switches?: readonly string[]; readonly links?: Readonly<Record<string, string>> } = {},
): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-7z-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'files', name)), { recursive: true });
      writeFileSync(join(folder, 'files', name), content);
    }
    for (const [name, target] of Object.entries(options.links ?? {})) symlinkSync(target, join(folder, 'files', name));
    const { FS, NODEFS, callMain } = await start({ print: () => undefined, printErr: () => undefined });
    FS.mkdir('/packing');
    FS.mount(NODEFS, { root: folder }, '/packing');
    FS.chdir('/packing/files');
    const code = callMain(['a', '-t7z', '-snl', ...(options.switches ?? []), '/packing/packed.7z', '.']);
    if (code !== 0) throw new Error(`7-Zip ended with ${code}`);
    return readFileSync(join(folder, 'packed.7z'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The archive with its header changed, which must not be packed itself (`-mhc=off`), and sums that agree. */
export function withHeader(archive: Buffer, change: (header: Buffer) => void): Buffer {
  const bytes = Buffer.from(archive);
  const start = 32 + Number(bytes.readBigUInt64LE(12));
  const header = bytes.subarray(start, start + Number(bytes.readBigUInt64LE(20)));
  change(header);
  bytes.writeUInt32LE(crc32(header), 28);
  bytes.writeUInt32LE(crc32(bytes.subarray(12, 32)), 8);
  return bytes;
}
