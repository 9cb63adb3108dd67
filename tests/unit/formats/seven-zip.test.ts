import { describe, expect, it } from 'vitest';
import type { Member } from '../../../main/formats/format.ts';
import { sevenZipContainer } from '../../../main/formats/read/containers/seven-zip/container.ts';
import { sniffContainer } from '../../../main/formats/registry.ts';
import { allMembers } from '../../support/container-members.ts';
import { sevenZip, withHeader } from '../../support/seven-zip.ts';

const members = (bytes: Uint8Array, after: string | null = null) =>
  allMembers(sevenZipContainer, bytes, { name: 'saves.7z', after });
const words = (count: number) => 'The harbour board of Port Ellery met on the quay. '.repeat(count);
const told = (met: readonly Member[]) =>
  met.map((member) =>
    member.kind === 'file'
      ? [member.path, Buffer.from(member.bytes).toString()]
      : member.kind === 'refused'
        ? [member.path, member.reason]
        : [],
  );

describe('7-Zip’s archives', () => {
  it('are told by their first bytes, whatever they are called', async () => {
    expect(sniffContainer(await sevenZip({ 'a.txt': 'a' }), 'notes.txt')?.name).toBe('7z');
  });

  it('give their files in order, with names, dates and bytes', async () => {
    const bytes = await sevenZip({ 'notes/Brücke – Überblick.txt': words(3), 'a b.txt': words(2), 'empty.txt': '' });
    const met = await members(bytes);
    expect(Object.fromEntries(told(met))).toEqual({
      'a b.txt': words(2),
      'notes/Brücke – Überblick.txt': words(3),
      'empty.txt': 'It is empty. Save or download it again.',
    });
    expect(met.find(({ kind }) => kind === 'file')).toMatchObject({ modified: expect.stringMatching(/^20\d\d-/u) });
  });

  it('go on where an interrupted run ended', async () => {
    const bytes = await sevenZip({ 'a.txt': words(1), 'b.txt': words(2), 'c.txt': words(3) });
    const [first] = await members(bytes);
    const position = first !== undefined && 'position' in first ? first.position : null;
    expect(told(await members(bytes, position)).map(([path]) => path)).toEqual(['b.txt', 'c.txt']);
  });

  it('with files larger than a piece, and many that are packed as one, come out byte for byte', async () => {
    const large = Buffer.alloc(3_500_000, 'The tide table. ');
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`n${index}.txt`, words(index + 1)]));
    const met = Object.fromEntries(told(await members(await sevenZip({ ...files, 'z.txt': large }))));
    expect(met).toEqual({ ...files, 'z.txt': large.toString() });
  });
});

describe('7z archives that are hostile or broken', () => {
  it.each([
    ['files', ['-psilt']],
    ['names too', ['-psilt', '-mhe=on']],
  ])('encrypted, %s: refused with what to do', async (_, switches) => {
    await expect(members(await sevenZip({ 'a.txt': words(1) }, { switches }))).rejects.toThrow(
      'This 7z archive is encrypted. Unpack it with its password, and add the folder.',
    );
  });

  it('a bomb: refused before anything is unpacked', async () => {
    const bomb = await sevenZip({ 'a.txt': Buffer.alloc(300_000_000) }, { switches: ['-mx=1'] });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(members(bomb)).rejects.toMatchObject({ code: 'limit-exceeded' });
  }, 60_000);

  it('one that wants more memory than it gets: refused with what to do', async () => {
    const plain = await sevenZip({ 'a.txt': words(50) }, { switches: ['-mhc=off', '-m0=lzma'] });
    // LZMA's properties: a byte for its three numbers, then the dictionary's size.
    const greedy = withHeader(plain, (header) => {
      header.writeUInt32LE(1_500_000_000, header.indexOf(Buffer.from([0x03, 0x01, 0x01, 0x05, 0x5d])) + 5);
    });
    await expect(members(greedy)).rejects.toThrow(/needs more memory/u);
  });

  it('names that lead out of it, links: left in it, each with its reason', async () => {
    const plain = await sevenZip({ 'aa-b.txt': words(1), 'c.txt': words(2) }, { switches: ['-mhc=off'] });
    const bytes = withHeader(plain, (header) => {
      header.write('../b.txt', header.indexOf(Buffer.from('aa-b.txt', 'utf16le')), 'utf16le');
    });
    expect(told(await members(bytes))).toEqual([
      ['../b.txt', expect.stringContaining('a path that leaves the package')],
      ['c.txt', words(2)],
    ]);
    const linked = await sevenZip({ 'c.txt': words(2) }, { links: { 'passwords.txt': '/etc/passwd' } });
    expect(Object.fromEntries(told(await members(linked)))).toEqual({
      'c.txt': words(2),
      'passwords.txt': expect.stringContaining('a link'),
    });
  });

  it('damaged in one file: the others are taken, that one is named', async () => {
    const bytes = await sevenZip({ 'a.txt': words(2), 'b.txt': words(3) }, { switches: ['-mx=0', '-ms=off'] });
    const at = bytes.indexOf('The harbour');
    bytes[at] = 0x58;
    expect(told(await members(bytes))).toEqual([
      ['a.txt', expect.stringContaining('damaged here')],
      ['b.txt', words(3)],
    ]);
  });

  it('cut off anywhere, or noise after its first bytes: refused', async () => {
    const bytes = await sevenZip({ 'a.txt': words(200), 'b.txt': words(300) });
    for (const part of [0.05, 0.3, 0.7, 0.99])
      await expect(members(bytes.subarray(0, Math.floor(bytes.length * part)))).rejects.toThrow(/cannot be read/u);
    const noise = Buffer.concat([
      bytes.subarray(0, 6),
      Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)),
    ]);
    await expect(members(noise)).rejects.toThrow(/cannot be read/u);
  });

  it('changed at random: it ends, and nothing else comes out than stands in it', async () => {
    const bytes = await sevenZip({ 'a.txt': words(20), 'b.txt': words(30) });
    let seed = 11;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let round = 0; round < 30; round += 1) {
      const changed = Buffer.from(bytes);
      for (let change = 0; change < 3; change += 1) changed[random(changed.length)] = random(256);
      const met = await members(changed).catch((error: unknown) => {
        expect(error).toMatchObject({ code: expect.stringMatching(/unsupported|limit-exceeded/u) });
        return [];
      });
      for (const member of met)
        if (member.kind === 'file') expect([words(20), words(30)]).toContain(Buffer.from(member.bytes).toString());
    }
  }, 60_000);
});
