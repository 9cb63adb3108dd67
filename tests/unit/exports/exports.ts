import { readdirSync, readFileSync } from 'node:fs';
import { isMention, type MentionedArticle } from '../../../main/formats/format.ts';
import { sniffFormat } from '../../../main/formats/registry.ts';
import { readAll } from '../formats/reading.ts';

/** Files that other programs export, each with the reader that must know it by its content alone. */
export const fixturesFolder = new URL('../../fixtures/exports/', import.meta.url);

export function exportFixtures(): string[] {
  return readdirSync(fixturesFolder).filter((name) => /\.\w+$/u.test(name) && !name.endsWith('.expected.json'));
}

export function exportFixture(name: string): Uint8Array {
  return readFileSync(new URL(name, fixturesFolder));
}

/** What a file's own reader finds in it. */
export async function found(bytes: Uint8Array | string, name = 'download') {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const sniffed = sniffFormat(content, name);
  if (sniffed.kind === 'unknown') throw new Error(sniffed.reason);
  return { reader: sniffed.reader, all: await readAll(sniffed.reader, content, name) };
}

/** The mentions of a file that holds nothing else. */
export async function mentions(bytes: Uint8Array | string): Promise<MentionedArticle[]> {
  const { all } = await found(bytes);
  return all.map((one) => {
    if (!isMention(one)) throw new Error(`“${one.metadata.title}” is a document`);
    return one;
  });
}
