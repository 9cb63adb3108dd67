import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sniffFormat } from '../../../main/formats/registry.ts';
import { fixture, summaryOfAll, unverifiable } from '../formats/reading.ts';

/** Folders of fixtures, and the readers that must know their files by content alone. */
const folders = {
  feed: /^(?:feed|json-feed)$/u,
  nitf: /^nitf$/u,
  newsml: /^newsml$/u,
  ninjs: /^ninjs$/u,
  sitemap: /^sitemap$/u,
};

const files = Object.keys(folders).flatMap((folder) =>
  readdirSync(new URL(`../../fixtures/${folder}/`, import.meta.url))
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => `${folder}/${name}`),
);

function readerOf(path: string) {
  const sniffed = sniffFormat(fixture(path), 'download');
  if (sniffed.kind === 'unknown') throw new Error(sniffed.reason);
  return sniffed.reader;
}

describe('golden feeds and agency files', () => {
  it.each(files)('%s', async (path) => {
    const reader = readerOf(path);
    const [folder = ''] = path.split('/');
    expect(reader.name).toMatch(folders[folder as keyof typeof folders]);
    const golden = new URL(`../../fixtures/${path.replace(/\.\w+$/u, '')}.expected.json`, import.meta.url);
    const expected: unknown = JSON.parse(readFileSync(golden, 'utf8'));
    expect(JSON.parse(JSON.stringify(await summaryOfAll(reader, path)))).toEqual(expected);
  });
  it.each(files)('%s: every word of the blocks is in the original', async (path) => {
    expect(await unverifiable(readerOf(path), path)).toEqual([]);
  });
});
