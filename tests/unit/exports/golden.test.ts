import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sniffFormat } from '../../../main/formats/registry.ts';
import { summaryOfAll, unverifiable } from '../formats/reading.ts';
import { exportFixture, exportFixtures, fixturesFolder } from './exports.ts';

/** Which reader knows a file, by the beginning of the fixture's name. */
const readers = {
  bookmarks: 'bookmarks',
  'pocket-annotations': 'pocket-annotations',
  'pocket.html': 'bookmarks',
  pocket: 'pocket',
  instapaper: 'instapaper',
  hypothesis: 'hypothesis',
  'readwise-reader': 'readwise-reader',
  readwise: 'readwise',
  wallabag: 'wallabag',
  'omnivore-list': 'omnivore-list',
  csl: 'csl-json',
} as const;

function readerOf(name: string) {
  const sniffed = sniffFormat(exportFixture(name), 'download');
  if (sniffed.kind === 'unknown') throw new Error(sniffed.reason);
  return sniffed.reader;
}

describe('golden exports of other programs', () => {
  it.each(exportFixtures())('%s', async (name) => {
    const reader = readerOf(name);
    const expectedReader = Object.entries(readers).find(([start]) => name.startsWith(start))?.[1];
    expect(reader.name).toBe(expectedReader);
    const golden = readFileSync(new URL(`${name}.expected.json`, fixturesFolder), 'utf8');
    expect(JSON.parse(JSON.stringify(await summaryOfAll(reader, `exports/${name}`)))).toEqual(JSON.parse(golden));
  });
  it.each(exportFixtures())('%s: every word of the blocks is in the original', async (name) => {
    expect(await unverifiable(readerOf(name), `exports/${name}`)).toEqual([]);
  });
});
