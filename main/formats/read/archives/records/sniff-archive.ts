import { constants, zstdDecompressSync } from 'node:zlib';
import { unpackedBegin } from '../../../shared/gzip/member.ts';
import { arcGrammar } from '../arc/grammar.ts';
import { headOfWarc } from '../warc/head.ts';
import { isZstd } from './is-zstd.ts';
import type { Grammar } from './record-head.ts';

/** How surely a file is an archive of records of a kind: by its first bytes, packed or not; by its name where those are damaged. */
export function sniffArchive(head: Uint8Array, name: string, kind: Grammar['name']): number {
  const bytes = unpackedBegin(head) ?? (isZstd(head) ? unpackedFrame(head) : head);
  if (beginsAs(bytes, kind)) return 1;
  return new RegExp(`\\.${kind}(?:\\.(?:gz|zst))?$`, 'iu').test(name) ? 0.8 : 0;
}

/** Whether some bytes begin with a record of a kind; its head needn't end in them. */
export function beginsAs(bytes: Uint8Array, name: Grammar['name']): boolean {
  return bytes.length > 8 && (name === 'warc' ? headOfWarc(bytes) : arcGrammar.parse(bytes)) !== 'none';
}

function unpackedFrame(head: Uint8Array): Uint8Array {
  try {
    return zstdDecompressSync(head, { finishFlush: constants.ZSTD_e_flush, maxOutputLength: 16 * 1024 * 1024 });
  } catch {
    return new Uint8Array();
  }
}
