import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sniffContainer, sniffFormat } from '../../../main/formats/registry.ts';
import { summaryOfBytes, unverifiableIn } from '../formats/reading.ts';
import { fixturesOf, kinds } from './fixtures.ts';

const files = kinds.flatMap((kind) =>
  fixturesOf(kind).map((file) => ({ kind, ...file, path: `${kind}/${file.name}` })),
);

function readerOf(bytes: Uint8Array, name: string) {
  const sniffed = sniffFormat(bytes, name);
  if (sniffed.kind === 'unknown') throw new Error(sniffed.reason);
  return sniffed.reader;
}

describe('golden documents', () => {
  it.each(files)('$path', async ({ kind, name, bytes }) => {
    const golden = new URL(`../../fixtures/${kind}/${name.replace(/\.\w+$/u, '')}.expected.json`, import.meta.url);
    const expected: unknown = JSON.parse(readFileSync(golden, 'utf8'));
    const read = await summaryOfBytes(readerOf(bytes, name), bytes, name);
    expect(JSON.parse(JSON.stringify(read))).toEqual(expected);
  });

  it.each(files)('$path: every word that is shown or can be put back is in the original', async ({ name, bytes }) => {
    expect(await unverifiableIn(readerOf(bytes, name), bytes, name)).toEqual([]);
  });

  it.each(files)(
    '$path is known by its content, whatever it is called, and is no container',
    ({ kind, name, bytes }) => {
      for (const called of [name, 'document.zip', 'document.doc', 'document.txt', 'document.html', 'document']) {
        expect(readerOf(bytes, called).name).toBe(kind);
        expect(sniffContainer(bytes.subarray(0, 65_536), called)).toBeNull();
      }
    },
  );
});
