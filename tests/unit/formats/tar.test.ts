import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { tarContainer } from '../../../main/formats/read/containers/tar/container.ts';
import { allMembers } from '../../support/container-members.ts';

async function tape(): Promise<Buffer> {
  const writer = pack();
  for (const name of ['first', 'second', 'third', 'fourth'])
    writer.entry({ name: `${name}.txt` }, `The ${name} board of Port Ellery met. `.repeat(100));
  writer.finalize();
  return buffer(writer);
}

/** What is met before a tape ends, and how it ends. */
async function metOf(bytes: Uint8Array): Promise<{ readonly met: readonly string[]; readonly end: string | null }> {
  const met: string[] = [];
  const meeting = allMembers(tarContainer, bytes, {
    name: 'pages.tar',
    met: async (member) => {
      met.push('path' in member ? member.path : member.kind);
    },
  });
  const end = await meeting.then(
    () => null,
    (error: Error) => error.message,
  );
  return { met, end };
}

describe('tapes that are damaged', () => {
  it('give what stands before the damage, and say so', async () => {
    const whole = await tape();
    const all = ['first.txt', 'second.txt', 'third.txt', 'fourth.txt'];
    expect(await metOf(whole)).toEqual({ met: all, end: null });
    const end = expect.stringMatching(/^This tar cannot be read to its end.*What stands before the damage was taken/u);
    // Within the third file, and within the head of the fourth.
    expect(await metOf(whole.subarray(0, 2 * 4608 + 1500))).toEqual({ met: all.slice(0, 2), end });
    expect(await metOf(whole.subarray(0, 3 * 4608 + 200))).toEqual({ met: all.slice(0, 3), end });
    const wrong = Buffer.from(whole);
    wrong.fill(0xff, 3 * 4608, 3 * 4608 + 100);
    expect(await metOf(wrong)).toEqual({ met: all.slice(0, 3), end });
    const { met, end: ofPacked } = await metOf(gzipSync(whole, { level: 0 }).subarray(0, 2 * 4608 + 1500));
    expect(met).toEqual(all.slice(0, 2));
    expect(ofPacked).toEqual(end);
  });
});
