import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findCycle, type Imports, loadedAtOnceWith, reachedFrom, readImports } from './architecture/imports.ts';
import { layers } from './architecture/layers.ts';
import { rules } from './architecture/rules.ts';

/**
 * The picture in the README, held against the code: every import is read, arrows point only down, and
 * what is allowed in one place stands nowhere else.
 */
const root = resolve(import.meta.dirname, '..');
/** Where a process begins; a thread has an entry of its own, which nobody imports. */
const hosts = [
  'main/electron/index.ts',
  'main/cli/index.ts',
  'main/server/reading-room.ts',
  'main/core/create-core.ts',
];
let house: Imports;
let content: ReadonlyMap<string, string>;

beforeAll(async () => {
  house = await readImports(root, ['main', 'renderer', 'db'], rules);
  content = new Map(house.files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
});

describe('the architecture', () => {
  it('has every source file in one layer', () => {
    const standsIn = (file: string) => layers.filter(({ files }) => new RegExp(files).test(file)).length;
    expect(house.files.length).toBeGreaterThan(900);
    expect(house.files.filter((file) => standsIn(file) !== 1)).toEqual([]);
  });

  it('has imports that its rules allow', () => {
    expect(house.violations).toEqual([]);
  });

  it('has SQL only in db', () => {
    const sql =
      /\b(SELECT\s+[\w*(]|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX|VIEW)|PRAGMA\s)/;
    const withSql = house.files
      .filter((file) => !file.startsWith('db/'))
      .filter((file) => sql.test(withoutComments(content.get(file) ?? '')));
    expect(withSql).toEqual([]);
  });

  it('never writes markup into a page', () => {
    const writes = /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/;
    const offenders = house.files
      .filter((file) => !file.startsWith('main/formats/'))
      .filter((file) => writes.test(withoutComments(content.get(file) ?? '')));
    expect(offenders).toEqual([]);
  });

  it('keeps words in languages: no regular expression of texts and pages is longer than 400 signs', () => {
    // A slash where an expression begins: after no word, bracket, quotation mark or other slash.
    const literal = /(?<![\w)\]"'`<*/])\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[dgimsuvy]*/g;
    const long = house.files
      .filter((file) => file.startsWith('main/reading/') || file.startsWith('main/formats/read/web/'))
      .flatMap((file) =>
        (content.get(file) ?? '')
          .split('\n')
          .flatMap((line, index) =>
            [...line.matchAll(literal)].map(([found]) => ({ at: `${file}:${index + 1}`, found })),
          ),
      );
    expect(long.length).toBeGreaterThan(300);
    expect(long.filter(({ found }) => found.length > 400).map(({ at }) => at)).toEqual([]);
  });

  it('asks the network nothing', () => {
    const asks = /\b(?:globalThis\.)?fetch\(|XMLHttpRequest|EventSource\(|https?\.(?:get|request)\(|sendBeacon/;
    const offenders = house.files
      .filter((file) => !file.startsWith('renderer/api/'))
      .filter((file) => asks.test(withoutComments(content.get(file) ?? '')));
    expect(offenders).toEqual([]);
  });

  it('works on texts in threads, never on the main thread', () => {
    const onMain = reachedFrom(hosts, house.imports);
    const engines = [
      'main/reading/anchoring/approximate-search.ts',
      'main/reading/anchoring/place-again.ts',
      'main/core/awaited/place-quote.ts',
      'main/reading/compare/compare.ts',
      'main/core/extract/reading-copy.ts',
      'main/core/revisions/correct.ts',
      'main/reading/statements/suggest.ts',
      'main/core/texts/tasks.ts',
    ];
    expect(engines.filter((file) => !content.has(file))).toEqual([]);
    expect(engines.filter((file) => onMain.has(file))).toEqual([]);
    expect(reachedFrom(['main/core/texts/text-thread.ts'], house.imports)).toContain(
      'main/reading/anchoring/place-again.ts',
    );
  });

  it('opens a library without what reads and writes files: that is loaded when it is first used', () => {
    const packages = [
      '@napi-rs/canvas',
      'chardet',
      'csv-parse',
      'csv-stringify',
      'htmlparser2',
      'iconv-lite',
      'linkedom',
      'marked',
      'pdfjs-dist',
      'tar-stream',
      'yaml',
    ];
    const among = (files: ReadonlySet<string>) =>
      packages.filter((name) => [...files].some((file) => file.startsWith(`node_modules/${name}/`)));
    // What nobody imports has been renamed, and would be missed here.
    expect(among(new Set(house.imports.map(({ to }) => to)))).toEqual(packages);
    expect(among(loadedAtOnceWith(hosts, house.imports))).toEqual([]);
    expect(loadedAtOnceWith(['main/cli/index.ts'], house.imports)).not.toContain('main/core/create-core.ts');
  });

  it('has no cycle of imports', () => {
    expect(findCycle(house.imports)).toBeNull();
  });

  it('keeps its top level', () => {
    const allowed =
      /^(main|renderer|db|tests|package\.json|package-lock\.json|tsconfig(\.\w+)?\.json|electron-builder\.yml|README\.md|CHANGELOG\.md|LICENSE|biome\.json|(vite|vitest|playwright)\.config\.ts|node_modules|dist|release|test-results|playwright-report|\..*)$/;
    expect(readdirSync(root).filter((name) => !allowed.test(name))).toEqual([]);
  });
});

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
