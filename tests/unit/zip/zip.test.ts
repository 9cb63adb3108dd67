import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readWhole } from '../../../main/formats/shared/package/package.ts';
import { openZipSink } from '../../../main/formats/shared/zip/zip-sink.ts';
import { openZipSource, zipLimits } from '../../../main/formats/shared/zip/zip-source.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-zip-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = () => join(folder, 'package.zip');
const noise = () => {
  let seed = 7;
  return Uint8Array.from({ length: 200_000 }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed >> 16;
  });
};

async function* inPieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += 7000) yield bytes.subarray(at, at + 7000);
}

async function write(files: Record<string, Uint8Array>, sizes: 'known' | 'unknown'): Promise<void> {
  const sink = await openZipSink(path(), { folder: 'package', at: new Date('2024-11-16T10:00:00Z') });
  for (const [name, bytes] of Object.entries(files))
    await sink.add(name, inPieces(bytes), sizes === 'known' ? bytes.byteLength : null);
  await sink.seal();
  await sink.publish();
}

const files = {
  'text.txt': Buffer.from('words, words, words. '.repeat(20_000)),
  'noise.bin': noise(),
  'folder/Åsa 🛳.txt': Buffer.from('ä'),
  empty: new Uint8Array(),
};

describe('a zip', () => {
  it.each(['known', 'unknown'] as const)('with %s sizes is read alike by another program and by us', async (sizes) => {
    await write(files, sizes);
    const other = unzipSync(readFileSync(path()));
    const source = await openZipSource(path());
    for (const [name, bytes] of Object.entries(files)) {
      expect(Buffer.compare(Buffer.from(other[`package/${name}`] ?? []), bytes), name).toBe(0);
      expect(Buffer.compare(await readWhole(source, `package/${name}`, 1e9), bytes), name).toBe(0);
    }
    expect(source.files.find(({ path: name }) => name.endsWith('text.txt'))?.size).toBe(420_000);
    expect(readFileSync(path()).byteLength).toBeLessThan(220_000);
    await source.close();
  });

  it('takes more files than 16 bits count', { timeout: 120_000 }, async () => {
    const sink = await openZipSink(path(), { folder: '', at: new Date() });
    for (let index = 0; index < 66_000; index += 1) await sink.add(`f${index}`, Buffer.from('x'), 1);
    await sink.seal();
    await sink.publish();
    const source = await openZipSource(path());
    expect(source.files).toHaveLength(66_000);
    expect(Buffer.from(await readWhole(source, 'f65999', 10)).toString()).toBe('x');
    await source.close();
  });

  it('is refused in part or whole when it would write elsewhere, or is made to harm', async () => {
    writeFileSync(
      path(),
      zipSync({
        'good.txt': Buffer.from('a'),
        '../evil.txt': Buffer.from('b'),
        '/root.txt': Buffer.from('c'),
        'C:/x.txt': Buffer.from('d'),
        'a\\b.txt': Buffer.from('e'),
      }),
    );
    const source = await openZipSource(path());
    expect(source.files.map((file) => file.path)).toEqual(['good.txt']);
    expect(source.refused).toHaveLength(4);
    await source.close();

    const bomb = zipSync({ zeros: new Uint8Array(8_000_000) });
    writeFileSync(path(), bomb);
    await expect(openZipSource(path(), { ...zipLimits, unpackedBytes: 1_000_000 })).rejects.toMatchObject({
      code: 'limit-exceeded',
    });
    await expect(openZipSource(path(), { ...zipLimits, entries: 0 })).rejects.toMatchObject({ code: 'limit-exceeded' });
  });

  it('that announces less than it holds is stopped at what it announced', async () => {
    const large = deflateRawSync(Buffer.alloc(5_000_000));
    const name = Buffer.from('a.txt');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(large.length, 20);
    central.writeUInt32LE(10, 24);
    central.writeUInt16LE(name.length, 28);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(46 + name.length, 12);
    end.writeUInt32LE(30 + name.length + large.length, 16);
    writeFileSync(path(), Buffer.concat([local, name, large, central, name, end]));
    const source = await openZipSource(path());
    await expect(readWhole(source, 'a.txt', 1e9)).rejects.toThrow('longer than it says');
    await source.close();
  });

  it('that was cut off or changed says so', async () => {
    await write(files, 'known');
    const whole = readFileSync(path());
    writeFileSync(path(), whole.subarray(0, whole.length - 100));
    await expect(openZipSource(path())).rejects.toMatchObject({ code: 'unsupported' });
    const at = whole.indexOf(Buffer.from('noise.bin')) + 1000;
    whole[at] = (whole[at] ?? 0) ^ 0xff;
    writeFileSync(path(), whole);
    const source = await openZipSource(path());
    await expect(readWhole(source, 'package/noise.bin', 1e9)).rejects.toThrow('checksum');
    await source.close();
  });

  it('that is given up leaves no file', async () => {
    const sink = await openZipSink(path(), { folder: '', at: new Date() });
    await sink.add('a', Buffer.from('x'), 1);
    await sink.abort();
    expect(readdirSync(folder)).toEqual([]);
  });
});
