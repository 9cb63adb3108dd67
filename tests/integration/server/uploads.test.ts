import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Uploads } from '../../../main/server/uploads.ts';

let parent: string;
let uploads: Uploads;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'verbatim-test-'));
  uploads = await Uploads.open({ files: 10, bytes: 1000, unfinished: 2, arriving: 2 }, parent);
});
afterEach(async () => {
  await uploads.close();
  expect(await readdir(parent), 'nothing is left').toEqual([]);
  await rm(parent, { recursive: true });
});

/** A file of which the first half has come; `lost` is how its connection breaks. */
function halfOfAFile(id: string, path: string) {
  const body = new PassThrough();
  // As a request does it: whoever reads it hears of the break, and nobody else must.
  body.on('error', () => undefined);
  body.write('half of it');
  const arrived = uploads.put(id, path, body, null);
  return { body, arrived, lost: () => body.destroy(new Error('The connection broke.')) };
}
const whole = (id: string, path: string) => uploads.put(id, path, Readable.from([Buffer.from('words')]), null);

describe('an upload', () => {
  it('gives nothing out while a file is on its way, and nothing of one that broke off', async () => {
    const id = await uploads.begin();
    await whole(id, 'whole.html');
    const half = halfOfAFile(id, 'half.html');
    await expect(uploads.finish(id)).rejects.toMatchObject({ code: 'conflict' });
    half.lost();
    await expect(half.arrived).rejects.toThrow('broke');
    expect((await uploads.finish(id)).map((path) => path.split(/[\\/]/).at(-1))).toEqual(['whole.html']);
  });

  it('gives out a file that came to its end after all', async () => {
    const id = await uploads.begin();
    const half = halfOfAFile(id, 'page.html');
    await expect(uploads.finish(id)).rejects.toMatchObject({ code: 'conflict' });
    half.body.end(' and the rest');
    await half.arrived;
    expect(await uploads.finish(id)).toHaveLength(1);
  });

  it('that a closed page left unfinished gives way to another; one to which a file is coming does not', async () => {
    const left = await uploads.begin();
    await whole(left, 'a.html');
    const second = await uploads.begin();
    const third = await uploads.begin();
    await expect(whole(left, 'b.html'), 'it gave way').rejects.toMatchObject({ code: 'not-found' });
    const halves = [halfOfAFile(second, 'b.html'), halfOfAFile(third, 'c.html')];
    await expect(uploads.begin()).rejects.toMatchObject({ code: 'limit-exceeded' });
    await expect(whole(second, 'd.html'), 'two files arrive already').rejects.toMatchObject({ code: 'limit-exceeded' });
    for (const half of halves) half.body.end();
    await Promise.all(halves.map(({ arrived }) => arrived));
    await whole(second, 'd.html');
    await uploads.begin();
  });

  it('that is finished takes no place of those that are coming', async () => {
    for (let number = 0; number < 5; number += 1) {
      const id = await uploads.begin();
      await whole(id, 'page.html');
      expect(await uploads.finish(id)).toHaveLength(1);
    }
  });
});
