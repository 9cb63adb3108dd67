import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { findCycle, type Imports, loadedAtOnceWith, reachedFrom, readImports } from './imports.ts';
import { rules } from './rules.ts';

/** A house in which every rule is broken once, and what is right stands beside it. */
const house: Readonly<Record<string, string>> = {
  'package.json':
    '{"dependencies":{"valibot":"1.0.0","ws":"1.0.0"},"devDependencies":{"electron":"1.0.0","vite":"1.0.0"}}',
  ...installed('valibot', 'ws', 'electron', 'vite', 'better-sqlite3'),
  'main/contract/words.ts': "import 'valibot';\nimport 'node:fs';\nimport type { Core } from '../core/core.ts';\n",
  'main/core/core.ts':
    "import '../reading/text.ts';\nimport '../../db/open.ts';\nexport type Core = 1;\nimport '../server/host.ts';\n",
  'main/core/database.ts':
    "import type { Database } from 'better-sqlite3';\nimport 'better-sqlite3';\nimport 'vite';\n",
  'main/reading/text.ts': "import 'node:path';\nimport './sentences.ts';\nimport '../formats/shared/xml.ts';\n",
  'main/reading/sentences.ts': "import './gone.ts';\n",
  'main/formats/shared/xml.ts': "import '../read/web.ts';\n",
  'main/formats/read/web.ts': "import '../shared/xml.ts';\nimport '../write/csv.ts';\n",
  'main/formats/write/csv.ts': "import '../../reading/text.ts';\n",
  'main/server/host.ts': "import '../core/core.ts';\nimport 'electron';\nimport '../cli/program.ts';\n",
  'main/electron/window.ts': "import 'electron';\n",
  'main/cli/program.ts': '',
  'db/open.ts': "import 'better-sqlite3';\nimport '../main/reading/text.ts';\n",
  'renderer/app.tsx': "import './rooms/reader/reader.tsx';\nimport 'node:fs';\nimport 'ws';\n",
  'renderer/rooms/reader/reader.tsx':
    "import './parts.tsx';\nimport '../../shared/list.tsx';\nimport type { Compare } from '../compare/compare.tsx';\n",
  'renderer/rooms/reader/parts.tsx': '',
  'renderer/rooms/compare/compare.tsx':
    "export type Compare = 1;\nexport const lazy = () => import('../../app.tsx');\n",
  'renderer/shared/list.tsx': "export * from '../rooms/reader/parts.tsx';\n",
};

let read: Imports;

beforeAll(async () => {
  read = await readHouse(house);
});

it('says every broken rule once, in a line with its reason', () => {
  const broken = [
    'db/open.ts → main/reading/text.ts: db reaches only contract',
    'main/contract/words.ts → fs: contract without packages',
    'main/contract/words.ts → main/core/core.ts: contract reaches only itself',
    'main/contract/words.ts → main/core/core.ts: contract without packages',
    'main/core/core.ts → main/server/host.ts: core reaches only',
    'main/core/database.ts → node_modules/better-sqlite3/index.js: database opened in db alone',
    'main/core/database.ts → node_modules/better-sqlite3/index.js: packaged code on packaged packages',
    'main/core/database.ts → node_modules/vite/index.js: packaged code on packaged packages',
    'db/open.ts → node_modules/better-sqlite3/index.js: packaged code on packaged packages',
    'main/formats/read/web.ts → main/formats/write/csv.ts: read formats reaches only',
    'main/formats/shared/xml.ts → main/formats/read/web.ts: shared formats reaches only',
    'main/reading/sentences.ts → ./gone.ts: imports lead somewhere',
    'main/reading/text.ts → main/formats/shared/xml.ts: reading reaches only contract',
    'main/reading/text.ts → path: reading without Node',
    'main/server/host.ts → main/cli/program.ts: server reaches only',
    'main/server/host.ts → node_modules/electron/index.js: Electron in its host alone',
    'renderer/app.tsx → fs: renderer without Node',
    'renderer/app.tsx → node_modules/ws/index.js: renderer without host',
    'renderer/rooms/compare/compare.tsx → renderer/app.tsx: room reaches only',
    'renderer/rooms/reader/reader.tsx → renderer/rooms/compare/compare.tsx: room reaches only',
    'renderer/shared/list.tsx → renderer/rooms/reader/parts.tsx: shared renderer reaches only',
  ];
  const said = read.violations.map((line) => broken.find((start) => line.startsWith(start)) ?? line);
  expect(said.sort()).toEqual(broken.sort());
  expect(read.violations).toContain(
    'main/reading/text.ts → path: reading without Node: no file, thread or process reaches what a text says',
  );
});

it('finds a cycle of files that load each other, whatever types go back and forth', async () => {
  expect(findCycle((await readHouse(cycle('import type'))).imports)).toBeNull();
  expect(findCycle((await readHouse(cycle('import'))).imports)).toEqual(['db/a.ts', 'db/b.ts', 'db/c.ts', 'db/a.ts']);
});

it('tells what is loaded with a file from what it loads later', async () => {
  const { imports } = await readHouse({
    'package.json': '{}',
    'db/a.ts':
      "import type { C } from './c.ts';\nimport './b.ts';\nexport const c = (): Promise<C> => import('./c.ts');\n",
    'db/b.ts': '',
    'db/c.ts': "import './d.ts';\nexport type C = object;\n",
    'db/d.ts': '',
  });
  expect([...loadedAtOnceWith(['db/a.ts'], imports)].sort()).toEqual(['db/a.ts', 'db/b.ts']);
  expect([...reachedFrom(['db/a.ts'], imports)].sort()).toEqual(['db/a.ts', 'db/b.ts', 'db/c.ts', 'db/d.ts']);
});

/** Three files in a ring; types lead the other way around. */
function cycle(closing: string): Readonly<Record<string, string>> {
  return {
    'package.json': '{}',
    'db/a.ts': "import './b.ts';\nimport type { C } from './c.ts';\nexport type A = C;\n",
    'db/b.ts': "import './c.ts';\nimport type { A } from './a.ts';\nexport type B = A;\n",
    'db/c.ts': `${closing} { A } from './a.ts';\nimport type { B } from './b.ts';\nexport type C = B | A;\n`,
  };
}

function installed(...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' })],
      [`node_modules/${name}/index.js`, ''],
    ]),
  );
}

async function readHouse(files: Readonly<Record<string, string>>): Promise<Imports> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'verbatim-house-')));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    const folders = ['main', 'renderer', 'db'].filter((folder) =>
      Object.keys(files).some((path) => path.startsWith(`${folder}/`)),
    );
    return await readImports(root, folders, rules);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
