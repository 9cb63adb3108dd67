import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { LibraryState } from '../../../main/contract/index.ts';
import { type Core, createCore } from '../../../main/core/create-core.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';
import { eachWithLibraryFile } from '../../support/library-file.ts';
import { openFilesIn } from '../../support/open-files.ts';

const place = eachWithLibraryFile();

async function withCore(work: (core: Core) => Promise<void>): Promise<void> {
  const core = createCore({ agent: 'Verbatim test' });
  try {
    await work(core);
  } finally {
    await core.close();
  }
}

/** Whether nobody holds a library: another core can open it for writing. */
async function isFree(path: string): Promise<boolean> {
  const states: LibraryState[] = [];
  await withCore(async (core) => {
    states.push(await core.openLibrary(path, { mode: 'write' }));
  });
  return states[0]?.status === 'open';
}

describe('libraries opened at once', () => {
  it('go in turn: the last one asked for is open, and nothing of the others is', async () => {
    const paths = ['one', 'two', 'three'].map((name) => join(place.folder, name));
    await withCore(async (core) => {
      const states = await Promise.all(paths.map((path) => core.openLibrary(path, { mode: 'write' })));
      for (const state of states) expect(state).toMatchObject({ status: 'open', library: { path: paths[2] } });
      expect(await core.state()).toMatchObject({ status: 'open', library: { path: paths[2] } });
      for (const path of paths.slice(0, 2)) {
        expect(openFilesIn(path)).toEqual([]);
        expect(await isFree(path)).toBe(true);
      }
      expect(await isFree(paths[2] ?? '')).toBe(false);
    });
    expect(openFilesIn(place.folder)).toEqual([]);
  });

  it('are never said to be held by the core itself', async () => {
    const path = join(place.folder, 'library');
    await withCore(async (core) => {
      const states = await Promise.all([1, 2, 3].map(() => core.openLibrary(path, { mode: 'write' })));
      expect(states.map(({ status }) => status)).toEqual(['open', 'open', 'open']);
    });
    expect(openFilesIn(place.folder)).toEqual([]);
    expect(await isFree(path)).toBe(true);
  });

  it('leave nothing open when the core is closed meanwhile', async () => {
    const path = join(place.folder, 'library');
    const core = createCore({ agent: 'Verbatim test' });
    const opening = core.openLibrary(path, { mode: 'write' });
    const another = core.openLibrary(join(place.folder, 'another'), { mode: 'write' });
    await core.close();
    expect((await opening).status).toBe('none');
    expect((await another).status).toBe('none');
    expect(openFilesIn(place.folder)).toEqual([]);
    expect(await isFree(path)).toBe(true);
  });
});

/** Changes a closed library's rows from outside. */
function tamper(library: TestLibrary, sql: string): void {
  const db = new Database(join(library.path, 'library.sqlite'));
  db.pragma('ignore_check_constraints = ON');
  db.exec(sql);
  db.close();
}

async function withArticles(): Promise<TestLibrary> {
  const library = await makeLibrary();
  for (const name of ['quay', 'ferry'])
    for (const edition of ['first', 'second'])
      await library.take(
        library.file(
          `${name}-${edition}.html`,
          page({
            title: `The ${name} closes`,
            url: `https://courier.example/${name}`,
            body: [
              `The ${name} closes on Monday, the harbour board said in its ${edition} note of the day to all who live by it.`,
              'Its chair, Ida Vale, said: “We will open it again before the end of the month.”',
            ],
          }),
        ),
      );
  await library.core.close();
  return library;
}

const waitingImport =
  "INSERT INTO imports (uuid, started, state, roots) VALUES ('019a0000-0000-7000-8000-000000000000', '2024-11-14T10:00:00.000Z', 'waiting', '[\"/quay\"]')";

describe('a beginning that fails', () => {
  it('fails the opening where what is shown could be untrue, and leaves nothing open', async () => {
    const library = await withArticles();
    tamper(
      library,
      `${waitingImport};
       CREATE TRIGGER no_more BEFORE UPDATE ON imports BEGIN SELECT RAISE(ABORT, 'the imports can not be changed'); END`,
    );
    const state = await library.core.openLibrary(library.path, { mode: 'write' });
    expect(state).toMatchObject({ status: 'failed', message: expect.stringContaining('can not be changed') });
    expect(await library.core.state()).toEqual(state);
    expect(openFilesIn(library.path)).toEqual([]);
    tamper(library, 'DROP TRIGGER no_more');
    await library.reopen();
    expect(await library.call('imports.list', {})).toContainEqual(expect.objectContaining({ state: 'interrupted' }));
  });

  it('does not keep the library shut for one bad article, settles the others, and says which it is', async () => {
    const library = await withArticles();
    tamper(
      library,
      `${waitingImport};
       UPDATE revisions SET settled = 0 WHERE number = 2;
       UPDATE revision_contents SET words = x'7b' WHERE revision = (SELECT min(id) FROM revisions WHERE number = 2)`,
    );
    await library.reopen();
    const state = await library.core.state();
    const imports = await library.call('imports.list', {});
    expect(imports.find(({ id }) => id.startsWith('019a0000'))).toMatchObject({ state: 'interrupted' });
    const { rows } = await library.call('events.list', { offset: 0, limit: 50 });
    const told = rows.filter(({ outcome }) => outcome === 'failure');
    expect(told).toHaveLength(1);
    expect(told[0]?.detail).toMatch(/marks of an earlier revision are not yet placed .* article [0-9a-f-]{36}:/u);
    expect(state.status === 'open' && state.library.notices).toEqual([told[0]?.detail]);
    await library.core.close();
    const db = new Database(join(library.path, 'library.sqlite'), { readonly: true });
    expect(db.prepare('SELECT settled FROM revisions WHERE number = 2 ORDER BY id').pluck().all()).toEqual([0, 1]);
    db.close();
  });

  it('tells what could not be caught up, and catches up with the rest', async () => {
    const library = await withArticles();
    const page = (number: number, url: string) =>
      `INSERT INTO awaited_pages (id, uuid, url, title, told) VALUES (${number}, 'page ${number}', '${url}', 'A page', '2024-11-14T10:00:00.000Z');
       INSERT INTO awaited_tags (page, tag) VALUES (${number}, 'harbour ${number}');
       INSERT INTO awaited_files (page, file, told) VALUES (${number}, 'list.csv', '2024-11-14T10:00:00.000Z')`;
    tamper(
      library,
      `${page(1, 'https://courier.example/quay')}; ${page(2, 'https://courier.example/ferry')};
       INSERT INTO awaited_marks (page, uuid, mark) VALUES (1, 'mark', '{')`,
    );
    await library.reopen();
    const state = await library.core.state();
    expect(state.status === 'open' && state.library.notices).toHaveLength(1);
    expect(state.status === 'open' && state.library.notices[0]).toMatch(/^What was waiting was not given to article/u);
    const collections = await library.call('collections.list', {});
    expect(collections.map(({ name }) => name)).toContain('harbour 2');
    const { rows } = await library.call('events.list', { offset: 0, limit: 50 });
    expect(rows.filter(({ outcome }) => outcome === 'failure')).toHaveLength(1);
  });
});
