import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PackageSource } from '../../../main/formats/shared/package/package.ts';
import { decodePath, encodePath, informationText } from '../../../main/formats/write/bagit/bag.ts';
import { readInformation } from '../../../main/formats/write/bagit/tag-files.ts';
import { validateBag } from '../../../main/formats/write/bagit/validate-bag.ts';

const hash = (algorithm: string, content: string | Uint8Array) => createHash(algorithm).update(content).digest('hex');

/** A bag in memory: payload and tag files by path, manifests made for them unless they are given. */
function bag(
  payload: Record<string, string>,
  change: (files: Record<string, string | Uint8Array>) => void = () => undefined,
): PackageSource {
  const files: Record<string, string | Uint8Array> = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    ...Object.fromEntries(Object.entries(payload).map(([path, text]) => [`data/${path}`, text])),
  };
  files['manifest-sha512.txt'] = Object.entries(payload)
    .map(([path, text]) => `${hash('sha512', text)}  ${encodePath(`data/${path}`)}\n`)
    .join('');
  change(files);
  return {
    files: Object.entries(files).map(([path, content]) => ({ path, size: Buffer.from(content).byteLength })),
    refused: [],
    has: (path) => path in files,
    async *stream(path) {
      yield Buffer.from(files[path] ?? '');
    },
    async close() {},
  };
}

const manifest = 'manifest-sha512.txt';

describe('the validator of bags', () => {
  it('accepts what is whole, with names that need escapes', async () => {
    const report = await validateBag(bag({ 'a.txt': 'one', '100%\nsure.txt': 'two', 'Åsa.txt': 'three' }));
    expect(report).toMatchObject({
      valid: true,
      errors: [],
      warnings: [],
      version: '1.0',
      payloadFiles: 3,
      payloadBytes: 11,
    });
  });

  it.each<[string, RegExp, (files: Record<string, string | Uint8Array>) => void]>([
    [
      'a changed file',
      /data\/a\.txt does not have the checksum/,
      (files) => {
        files['data/a.txt'] = 'two';
      },
    ],
    [
      'a missing file',
      /is listed in manifest-sha512\.txt and is not there/,
      (files) => {
        delete files['data/a.txt'];
      },
    ],
    [
      'an unlisted file',
      /data\/b\.txt is not listed/,
      (files) => {
        files['data/b.txt'] = 'more';
      },
    ],
    [
      'a second manifest that lists less',
      /data\/a\.txt is not listed in manifest-md5/,
      (files) => {
        files['manifest-md5.txt'] = '';
      },
    ],
    [
      'no manifest',
      /no payload manifest/,
      (files) => {
        delete files[manifest];
      },
    ],
    [
      'no bagit.txt',
      /bagit\.txt is missing/,
      (files) => {
        delete files['bagit.txt'];
      },
    ],
    [
      'a byte order mark',
      /byte order mark/,
      (files) => {
        files['bagit.txt'] = `\uFEFF${files['bagit.txt']}`;
      },
    ],
    [
      'a version from the future',
      /version 2\.0/,
      (files) => {
        files['bagit.txt'] = 'BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n';
      },
    ],
    [
      'white space before the colon',
      /two lines/,
      (files) => {
        files['bagit.txt'] = 'BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n';
      },
    ],
    [
      'a path that leaves the bag',
      /leaves the package/,
      (files) => {
        files[manifest] += `${hash('sha512', 'x')}  data/../../x\n`;
      },
    ],
    [
      'an absolute path',
      /absolute path/,
      (files) => {
        files[manifest] += `${hash('sha512', 'x')}  /etc/x\n`;
      },
    ],
    [
      'a file listed twice',
      /listed twice/,
      (files) => {
        files[manifest] += String(files[manifest]);
      },
    ],
    [
      'a payload file outside data/',
      /not in data\//,
      (files) => {
        files[manifest] += `${hash('sha512', 'x')}  x.txt\n`;
        files['x.txt'] = 'x';
      },
    ],
    [
      'a wrong Payload-Oxum',
      /Payload-Oxum 3\.2/,
      (files) => {
        files['bag-info.txt'] = 'Payload-Oxum: 3.2\n';
      },
    ],
    [
      'a changed tag file',
      /bag-info\.txt does not have the checksum of tagmanifest-sha256/,
      (files) => {
        files['bag-info.txt'] = 'A: b\n';
        files['tagmanifest-sha256.txt'] = `${hash('sha256', 'A: c\n')}  bag-info.txt\n`;
      },
    ],
    [
      'files still to be fetched',
      /still to be fetched/,
      (files) => {
        files['fetch.txt'] = 'https://x.example/b 3 data/b.txt\n';
      },
    ],
    [
      'tag files of another encoding',
      /not written in UTF-8/,
      (files) => {
        files['bag-info.txt'] = Buffer.from([0x41, 0x3a, 0x20, 0xe4]);
      },
    ],
  ])('refuses %s', async (_name, reason, change) => {
    const report = await validateBag(bag({ 'a.txt': 'one' }, change));
    expect(report.valid).toBe(false);
    expect(report.errors.join('\n')).toMatch(reason);
  });

  it('accepts with a remark what older tools wrote', async () => {
    const old = await validateBag(
      bag({ 'Hello.txt': 'one' }, (files) => {
        files['bagit.txt'] = 'BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8';
        files[manifest] = `${hash('sha512', 'one')} *./data/hello.txt\r\n`;
      }),
    );
    expect(old.errors).toEqual([]);
    expect(old.warnings).toHaveLength(3);
  });

  it('stops when it is cancelled', async () => {
    const signal = AbortSignal.abort();
    await expect(validateBag(bag({ 'a.txt': 'one' }), { signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('tag files', () => {
  it('escape only what would break a line', () => {
    expect(encodePath('data/100% \r\n.txt')).toBe('data/100%25 %0D%0A.txt');
    expect(decodePath('data/100%25 %0d%0A.txt')).toBe('data/100% \r\n.txt');
    expect(decodePath('data/%7Etest')).toBe('data/%7Etest');
  });

  it('fold long values and read them back', () => {
    const value =
      'News articles and the statements quoted in them, from a library that has a long description to be folded.';
    const text = informationText([
      ['External-Description', value],
      ['Bag-Count', '1 of 1'],
    ]);
    expect(text.split('\n').every((line) => line.length <= 79)).toBe(true);
    expect(readInformation(text)).toEqual({
      information: [
        ['External-Description', value],
        ['Bag-Count', '1 of 1'],
      ],
      errors: [],
    });
  });
});
