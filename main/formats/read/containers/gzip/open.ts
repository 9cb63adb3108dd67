import { createGunzip } from 'node:zlib';
import type { ContainerSource, Member, OpenContainer } from '../../../format.ts';
import { streamRegularFile } from '../../../shared/regular-file.ts';
import { largestMember, tooLargeMember } from '../member-limits.ts';

/** For `ContainerReader.open`. */
export async function open({ path, name, after, signal, progress }: ContainerSource): Promise<OpenContainer> {
  const inner = name.replace(/\.gz$/iu, '') || name;
  return {
    async *members(): AsyncIterable<Member> {
      if (after !== null) return;
      const chunks: Buffer[] = [];
      let size = 0;
      const packed = await streamRegularFile(path, { signal });
      const unpacked = createGunzip();
      packed.on('error', (error) => unpacked.destroy(error));
      packed.pipe(unpacked);
      try {
        for await (const chunk of unpacked as AsyncIterable<Buffer>) {
          size += chunk.length;
          progress(packed.bytesRead);
          if (size > largestMember) {
            yield { kind: 'refused', path: inner, reason: tooLargeMember, position: '0' };
            return;
          }
          chunks.push(chunk);
        }
      } catch {
        signal.throwIfAborted();
        const reason =
          'It is compressed and cannot be unpacked to its end: it may be damaged or half-copied. Download or copy it again.';
        yield { kind: 'refused', path: inner, reason, position: '0' };
        return;
      } finally {
        packed.destroy();
        unpacked.destroy();
      }
      yield { kind: 'file', path: inner, bytes: Buffer.concat(chunks), modified: null, record: null, position: '0' };
    },
    resource: async () => null,
    close: async () => undefined,
  };
}
