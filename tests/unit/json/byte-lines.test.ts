import { describe, expect, it } from 'vitest';
import { byteLines } from '../../../main/formats/shared/json/byte-lines.ts';

async function* pieces(text: string, size: number): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function lines(text: string, size: number, longest = 1000): Promise<(string | null)[]> {
  const found: (string | null)[] = [];
  for await (const { line, bytes } of byteLines(pieces(text, size), longest)) {
    found[line - 1] = bytes === null ? null : Buffer.from(bytes).toString();
  }
  return found;
}

describe.each([1, 3, 7, 1000])('lines of bytes in pieces of %i', (size) => {
  it('end at line feeds alone, with the last one whether it is ended or not', async () => {
    expect(await lines('a\u2028b\n\nc\u2029\r\nd', size)).toEqual(['a\u2028b', '', 'c\u2029\r', 'd']);
    expect(await lines('a\nb\n', size)).toEqual(['a', 'b']);
    expect(await lines('', size)).toEqual([]);
  });

  it('that are too long are told once, and the next ones keep their numbers', async () => {
    expect(await lines(`one\n${'x'.repeat(50)}\nthree\n${'y'.repeat(50)}`, size, 10)).toEqual([
      'one',
      null,
      'three',
      null,
    ]);
    expect(await lines(`${'x'.repeat(10)}\nok`, size, 10)).toEqual(['x'.repeat(10), 'ok']);
  });
});
