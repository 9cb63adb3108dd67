import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { createCore } from '../../../main/core/create-core.ts';
import { makeLibrary, page } from '../../support/library.ts';
import { runTerminal } from '../cli/run-terminal.ts';

const pageBytes = 4096;

function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.byteLength, at);
  closeSync(handle);
}

/** Pages by table and kind, as SQLite itself tells them. */
function pagesOf(file: string): (name: string, kind: 'internal' | 'leaf') => number {
  const db = new Database(file, { readonly: true });
  const rows = db
    .prepare<[], { name: string; pageno: number; pagetype: string }>('SELECT name, pageno, pagetype FROM dbstat')
    .all();
  db.close();
  return (name, kind) => {
    const found = rows.filter((row) => row.name === name && row.pagetype === kind).at(-1);
    if (found === undefined) throw new Error(`${name} has no ${kind} page`);
    return (found.pageno - 1) * pageBytes;
  };
}

it('a database that is cut, zeroed or flipped anywhere is told in a sentence, or in a report that names its tables', async () => {
  const library = await makeLibrary();
  const paths = Array.from({ length: 12 }, (_, index) =>
    library.file(
      `pages/${index}.html`,
      page({
        title: `Report ${index}`,
        url: `https://courier.example/${index}`,
        body: Array.from(
          { length: 30 },
          (_, at) =>
            `Paragraph ${at} of report ${index}: the board met on the quay, and spoke of rule ${index * 31 + at} and of ferry ${index * 17 + at}.`,
        ),
      }),
    ),
  );
  await library.take(...paths);
  await library.core.close();
  const sound = join(library.folder, 'sound.sqlite');
  const file = join(library.path, 'library.sqlite');
  copyFileSync(file, sound);
  const place = pagesOf(sound);
  const { size } = statSync(sound);
  const noise = new Uint8Array(pageBytes).fill(0xa5);
  const damages: Readonly<Record<string, { readonly do: () => void; readonly names: RegExp | 'may be refused' }>> = {
    header: { do: () => overwrite(file, 0, noise.subarray(0, 100)), names: 'may be refused' },
    'schema page': { do: () => overwrite(file, 100, noise.subarray(100)), names: 'may be refused' },
    'interior page': { do: () => overwrite(file, place('revisions', 'internal'), noise), names: /revisions/u },
    'leaf page': { do: () => overwrite(file, place('captures', 'leaf'), noise), names: /captures/u },
    'one bit of a leaf page’s head': {
      do: () => {
        const at = place('events', 'leaf') + 3;
        overwrite(file, at, Uint8Array.of((readFileSync(file)[at] ?? 0) ^ 0x40));
      },
      names: /events/u,
    },
    'index of words': {
      do: () => overwrite(file, place('search_index_data', 'leaf'), noise),
      names: /search_index|search index/u,
    },
    zeros: { do: () => overwrite(file, place('articles', 'leaf'), new Uint8Array(pageBytes)), names: 'may be refused' },
    tail: { do: () => truncateSync(file, Math.floor(size / 2 / pageBytes) * pageBytes), names: 'may be refused' },
  };
  for (const [name, { do: damage, names }] of Object.entries(damages)) {
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
    copyFileSync(sound, file);
    damage();
    const core = createCore({ agent: 'Verbatim test' });
    try {
      const state = await core.openLibrary(library.path, { mode: 'write', create: false });
      if (state.status === 'failed') {
        expect(names, `${name}: ${state.message}`).toBe('may be refused');
        expect(state.code, name).toBe('library-damaged');
        expect(state.message, name).toContain(library.path);
        expect(state.message, name).toMatch(/backup/iu);
        continue;
      }
      const { ok, lines } = (await core.call('health.check', {})) as {
        ok: boolean;
        lines: { ok: boolean; check: string; detail: string }[];
      };
      expect(ok, name).toBe(false);
      const told = lines
        .filter((line) => !line.ok)
        .map(({ check, detail }) => `${check}: ${detail}`)
        .join('\n');
      if (names !== 'may be refused') expect(told, name).toMatch(names);
      expect(told, name).toMatch(/[Rr]estore a backup|rebuilt/u);
      expect(
        lines.some(({ check }) => check === 'originals'),
        name,
      ).toBe(true);
    } finally {
      await core.close();
    }
  }
  // In the terminal: a report and 2, also where it can't be opened.
  const attempts = {
    'interior page': [2, /WRONG {2}integrity: .*revisions/u],
    header: [2, /WRONG {2}library: .*library\.sqlite.*Restore a backup/u],
  } as const;
  for (const [name, [code, words]] of Object.entries(attempts)) {
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
    copyFileSync(sound, file);
    damages[name]?.do();
    const check = await runTerminal('check', library.path);
    expect(`${check.stdout}${check.stderr}`, name).toMatch(words);
    expect(check.code, name).toBe(code);
    expect(check.stderr).not.toMatch(/\n\s+at /u);
  }
  // A damaged backup is found, and damages nothing.
  mkdirSync(join(library.path, 'backups'), { recursive: true });
  copyFileSync(sound, join(library.path, 'backups', 'flipped.sqlite'));
  overwrite(join(library.path, 'backups', 'flipped.sqlite'), place('revisions', 'internal'), noise);
  const listed = await runTerminal('backups', library.path, '--json');
  expect(listed.code).toBe(2);
  expect(listed.objects).toMatchObject([
    { name: 'flipped.sqlite', ok: false, problem: expect.stringMatching(/damaged/u) },
  ]);
});
