import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The picture in the README, held against the code: every import is read, arrows point only down, and
 * what is allowed in one place stands nowhere else.
 */
const root = resolve(import.meta.dirname, '..');
const sourceFolders = ['main', 'renderer', 'db'];

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).split(sep).join('/'))
    .filter((name) => /\.(ts|tsx|cts|mts)$/.test(name));
}

const files = sourceFolders.flatMap(sourceFiles);
const content = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

interface Import {
  readonly from: string;
  /** A file of ours, or a package's name. */
  readonly to: string;
  readonly ours: boolean;
  readonly typeOnly: boolean;
}

const importPattern =
  /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf(file: string): Import[] {
  return [...(content.get(file) ?? '').matchAll(importPattern)].flatMap((match) => {
    const target = match[2] ?? match[3];
    if (target === undefined) return [];
    const ours = target.startsWith('.');
    const to = ours
      ? relative(root, resolve(root, dirname(file), target))
          .split(sep)
          .join('/')
      : target;
    return [{ from: file, to, ours, typeOnly: match[1] !== undefined }];
  });
}

const imports = files.flatMap(importsOf);
const ours = imports.filter((line) => line.ours);

const everyFormat = ['formats', 'read formats', 'written formats', 'shared formats', 'format'] as const;

/** A room knows what all rooms share, and no other room. */
const rooms = readdirSync(join(root, 'renderer', 'rooms'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Which layer a file stands in, and what each layer may reach. */
const layers: readonly { readonly name: string; readonly owns: string; readonly reaches: readonly string[] }[] = [
  { name: 'contract', owns: 'main/contract/', reaches: ['contract'] },
  { name: 'rpc', owns: 'main/rpc/', reaches: ['rpc', 'contract'] },
  ...rooms.map((room) => ({
    name: `the room ${room}`,
    owns: `renderer/rooms/${room}/`,
    reaches: [`the room ${room}`, 'shared renderer', 'renderer api', 'contract'],
  })),
  { name: 'shared renderer', owns: 'renderer/shared/', reaches: ['shared renderer', 'renderer api', 'contract'] },
  { name: 'renderer api', owns: 'renderer/api/', reaches: ['renderer api', 'shared renderer', 'rpc', 'contract'] },
  // The frame around the rooms, and what puts them together.
  {
    name: 'renderer',
    owns: 'renderer/',
    reaches: ['renderer', 'renderer api', 'shared renderer', ...rooms.map((room) => `the room ${room}`), 'contract'],
  },
  { name: 'db', owns: 'db/', reaches: ['db', 'contract'] },
  // What a text says: pure functions on texts and documents, which formats and core both need.
  { name: 'reading', owns: 'main/reading/', reaches: ['reading', 'contract'] },
  // What readers and writers of files both use: XML, MIME, zips, the tree of a page.
  {
    name: 'shared formats',
    owns: 'main/formats/shared/',
    reaches: ['shared formats', 'format', 'reading', 'contract'],
  },
  {
    name: 'written formats',
    owns: 'main/formats/write/',
    reaches: ['written formats', 'shared formats', 'reading', 'contract'],
  },
  {
    name: 'read formats',
    owns: 'main/formats/read/',
    reaches: ['read formats', 'shared formats', 'format', 'foreign', 'reading', 'contract'],
  },
  // What a reader of a format is; types alone.
  { name: 'format', owns: 'main/formats/format.ts', reaches: ['read formats', 'contract'] },
  // Which readers there are.
  { name: 'foreign', owns: 'main/formats/foreign.ts', reaches: ['shared formats'] },
  { name: 'formats', owns: 'main/formats/', reaches: ['formats', 'read formats', 'format', 'foreign', 'contract'] },
  { name: 'core', owns: 'main/core/', reaches: ['core', 'reading', ...everyFormat, 'db', 'contract'] },
  { name: 'server', owns: 'main/server/', reaches: ['server', 'pages', 'core', 'rpc', 'contract', ...everyFormat] },
  { name: 'cli', owns: 'main/cli/', reaches: ['cli', 'launch', 'core', 'rpc', 'contract', ...everyFormat] },
  { name: 'electron', owns: 'main/electron/', reaches: ['electron', 'launch', 'pages', 'core', 'rpc', 'contract'] },
  // What both hosts with a window serve to it, and under which policy.
  { name: 'pages', owns: 'main/pages/', reaches: ['pages', 'contract'] },
  // Where the program stands, what the machine can show, and keeping a host open.
  { name: 'launch', owns: 'main/launch/', reaches: ['launch', 'server', 'core', 'contract'] },
  { name: 'build', owns: 'main/build/', reaches: ['build', 'contract'] },
  { name: 'start', owns: 'main/start', reaches: ['start', 'launch', 'contract'] },
];

function layerOf(file: string) {
  return layers.find((layer) => file.startsWith(layer.owns));
}

describe('the architecture', () => {
  it('has every source file in a layer', () => {
    expect(files.filter((file) => layerOf(file) === undefined)).toEqual([]);
  });

  it('has arrows that point only down', () => {
    const upward = ours
      .filter(({ from, to }) => {
        const layer = layerOf(from);
        const target = layerOf(to);
        // Packaged styles and fonts belong to whoever imports them.
        if (layer === undefined || target === undefined) return false;
        return !layer.reaches.includes(target.name);
      })
      .map(({ from, to }) => `${from} → ${to}`);
    expect(upward).toEqual([]);
  });

  it('keeps the contract free of Electron, Node and the page', () => {
    const foreign = imports
      .filter(({ from, ours: own }) => from.startsWith('main/contract/') && !own)
      .filter(({ to }) => to !== 'valibot')
      .map(({ from, to }) => `${from} → ${to}`);
    expect(foreign).toEqual([]);
  });

  it('keeps files, threads and processes out of reading', () => {
    const foreign = imports
      .filter(({ from, to, ours: own }) => from.startsWith('main/reading/') && !own && to.startsWith('node:'))
      .map(({ from, to }) => `${from} → ${to}`);
    expect(foreign).toEqual([]);
  });

  it('keeps Node and SQLite out of the renderer', () => {
    const foreign = imports
      .filter(
        ({ from, to, ours: own }) =>
          from.startsWith('renderer/') && !own && /^(node:|better-sqlite3|electron|ws$)/.test(to),
      )
      .map(({ from, to }) => `${from} → ${to}`);
    expect(foreign).toEqual([]);
  });

  it('imports Electron only in main/electron', () => {
    expect(
      imports.filter(({ from, to }) => to === 'electron' && !from.startsWith('main/electron/')).map(({ from }) => from),
    ).toEqual([]);
  });

  it('has SQL only in db', () => {
    const sql =
      /\b(SELECT\s+[\w*(]|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX|VIEW)|PRAGMA\s)/;
    const withSql = files
      .filter((file) => !file.startsWith('db/'))
      .filter((file) => sql.test(withoutComments(content.get(file) ?? '')));
    expect(withSql).toEqual([]);
    const opens = imports.filter(
      ({ from, to, typeOnly }) => to === 'better-sqlite3' && !from.startsWith('db/') && !typeOnly,
    );
    expect(opens).toEqual([]);
  });

  it('never writes markup into a page', () => {
    const writes = /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/;
    const offenders = files
      .filter((file) => !file.startsWith('main/formats/'))
      .filter((file) => writes.test(withoutComments(content.get(file) ?? '')));
    expect(offenders).toEqual([]);
  });

  it('asks the network nothing', () => {
    const asks = /\b(?:globalThis\.)?fetch\(|XMLHttpRequest|EventSource\(|https?\.(?:get|request)\(|sendBeacon/;
    const offenders = files
      .filter((file) => !file.startsWith('renderer/api/'))
      .filter((file) => asks.test(withoutComments(content.get(file) ?? '')));
    expect(offenders).toEqual([]);
  });

  it('works on texts in threads, never on the main thread', () => {
    // Where a process begins; a thread has an entry of its own, which nobody imports.
    const hosts = [
      'main/electron/index.ts',
      'main/cli/index.ts',
      'main/server/reading-room.ts',
      'main/core/create-core.ts',
    ];
    const onMain = reachedFrom(hosts);
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
    expect(reachedFrom(['main/core/texts/text-thread.ts'])).toContain('main/reading/anchoring/place-again.ts');
  });

  it('has no cycle of imports', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to, typeOnly } of ours) if (!typeOnly) graph.set(from, [...(graph.get(from) ?? []), to]);
    expect(findCycle(graph)).toBeNull();
  });

  it('keeps its top level', () => {
    const allowed =
      /^(main|renderer|db|tests|package\.json|package-lock\.json|tsconfig(\.\w+)?\.json|electron-builder\.yml|README\.md|CHANGELOG\.md|LICENSE|biome\.json|(vite|vitest|playwright)\.config\.ts|node_modules|dist|release|test-results|playwright-report|\..*)$/;
    expect(readdirSync(root).filter((name) => !allowed.test(name))).toEqual([]);
  });
});

/** All files of ours that are loaded with some. */
function reachedFrom(entries: readonly string[]): ReadonlySet<string> {
  const reached = new Set(entries);
  for (const file of reached)
    for (const { from, to, typeOnly } of ours) if (from === file && !typeOnly) reached.add(to);
  return reached;
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (finished.has(file)) return null;
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle !== null) return cycle;
    }
    path.pop();
    finished.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file);
    if (cycle !== null) return cycle;
  }
  return null;
}
