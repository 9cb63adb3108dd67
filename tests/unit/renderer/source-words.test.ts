import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sourceWords } from '../../../renderer/shared/texts/sources.ts';

/** Every source that a format names beside a particular, as its readers write it. */
function sourcesOfFormats(): string[] {
  const folder = join(import.meta.dirname, '../../../main/formats/read');
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const source = readFileSync(join(folder, name), 'utf8');
      return [
        ...source.matchAll(
          /(?:candidates\.add\('\w+', |from: |from\(|toDocument\([^;\n(]*?(?:\([^()]*\)[^;\n(]*?)?, )'([a-z][a-z -]*)'/gu,
        ),
      ].map((match) => match[1] ?? '');
    });
  return [...new Set(found)];
}

it('words every source that a format names', () => {
  const sources = sourcesOfFormats();
  expect(sources.length).toBeGreaterThan(25);
  expect(sources.filter((source) => /[()]|-/u.test(sourceWords(source)))).toEqual([]);
});

it.each([
  ['front-matter', 'the file’s head'],
  ['json-ld created', 'the page’s structured data, as the day it was created'],
  ['page text elsewhere', 'the page, away from the article'],
  ['package Winter', 'the package Winter'],
  ['Pocket', 'Pocket'],
  ['never-heard-of', 'what came with it (never-heard-of)'],
])('%s is %s', (source, words) => {
  expect(sourceWords(source)).toBe(words);
});
