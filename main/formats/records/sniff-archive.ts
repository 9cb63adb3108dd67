import { constants, zstdDecompressSync } from 'node:zlib';
import { unpackedBegin } from '../gzip/member.ts';
import { isZstd } from './archive-file.ts';
import { beginsAs } from './record.ts';
import type { Grammar } from './record-head.ts';

/** How surely a file is an archive of records of a kind, by its first bytes, packed or not. */
export function sniffArchive(head: Uint8Array, name: string, kind: Grammar['name']): number {
  const ending = new RegExp(`\\.${kind}(?:\\.\\w+)*$`, 'iu');
  const unpacked = unpackedBegin(head);
  if (unpacked !== null) return beginsAs(unpacked, kind) ? 1 : 0;
  // A dictionary may stand before the first record; then the name has to say it.
  if (isZstd(head)) return beginsAs(unpackedFrame(head), kind) || ending.test(name) ? 1 : 0;
  return beginsAs(head, kind) ? 1 : 0;
}

function unpackedFrame(head: Uint8Array): Uint8Array {
  try {
    return zstdDecompressSync(head, { finishFlush: constants.ZSTD_e_flush, maxOutputLength: 16 * 1024 * 1024 });
  } catch {
    return new Uint8Array();
  }
}
