import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openReadable, openWritable } from '../../../db/open.ts';
import { VerbatimError } from '../../../main/contract/index.ts';
import { createCore } from '../../../main/core/create-core.ts';
import { makeLibrary, page } from '../../support/library.ts';
import { eachWithLibraryFile } from '../../support/library-file.ts';
import { openFilesIn } from '../../support/open-files.ts';

const place = eachWithLibraryFile();

function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.byteLength, at);
  closeSync(handle);
}

/** A sound library, as large as a few pages. */
function soundLibrary(): void {
  const db = openWritable(place.file);
  db.prepare("INSERT INTO settings (key, value) VALUES ('words', json_quote(?))").run('x'.repeat(100_000));
  db.close();
}

const damages: Readonly<Record<string, () => void>> = {
  'a text file': () => writeFileSync(place.file, 'Words, and no database. '.repeat(200)),
  'a file of zeros': () => writeFileSync(place.file, new Uint8Array(40_960)),
  'an encrypted database': () =>
    writeFileSync(
      place.file,
      Uint8Array.from({ length: 40_960 }, (_, index) => (index * 7919 + (index >> 3)) % 251),
    ),
  'a flipped header': () => {
    soundLibrary();
    overwrite(place.file, 3, Uint8Array.of(0xff));
  },
  'a file cut off in the middle': () => {
    soundLibrary();
    truncateSync(place.file, Math.floor(readFileSync(place.file).byteLength / 2 / 4096) * 4096);
  },
  'a file cut off after its header': () => {
    soundLibrary();
    truncateSync(place.file, 100);
  },
  'a page of zeros where the tables are listed': () => {
    soundLibrary();
    overwrite(place.file, 100, new Uint8Array(3_996));
  },
  'a database of another program': () => {
    const other = new Database(place.file);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
  },
  'a folder': () => mkdirSync(place.file),
};

describe.each(Object.keys(damages))('%s where the library should be', (kind) => {
  it.each(['write', 'read'] as const)(
    'is told in a sentence with its path, is left as it is, and nothing stays open (%s)',
    (mode) => {
      damages[kind]?.();
      const before = kind === 'a folder' ? null : readFileSync(place.file);
      let thrown: unknown = null;
      try {
        (mode === 'write' ? openWritable : openReadable)(place.file).close();
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(VerbatimError);
      expect(thrown).toMatchObject({ code: 'library-damaged' });
      const message = (thrown as VerbatimError).message;
      expect(message).toContain(place.file);
      expect(message).toMatch(/It was left as it is.*(backup|another library)/su);
      expect(openFilesIn(place.folder)).toEqual([]);
      if (before !== null) expect(readFileSync(place.file).equals(before)).toBe(true);
    },
  );
});

describe('a library that cannot be opened', () => {
  it('is told as damaged by the core, which can then open another', async () => {
    writeFileSync(place.file, 'Words, and no database. '.repeat(200));
    const core = createCore({ agent: 'Verbatim test' });
    try {
      const state = await core.openLibrary(place.folder, { mode: 'write' });
      expect(state).toMatchObject({ status: 'failed', code: 'library-damaged', path: place.folder });
      expect(openFilesIn(place.folder)).toEqual([]);
      const other = await core.openLibrary(join(place.folder, 'other'), { mode: 'write' });
      expect(other.status).toBe('open');
    } finally {
      await core.close();
    }
  });

  it.each(['read', 'write'] as const)('is not taken for none where its database is a folder (%s)', async (mode) => {
    mkdirSync(place.file);
    mkdirSync(join(place.folder, 'originals'));
    const core = createCore({ agent: 'Verbatim test' });
    const state = await core.openLibrary(place.folder, { mode });
    expect(state).toMatchObject({ status: 'failed', code: 'library-damaged' });
    expect(state.status === 'failed' && state.message).toContain(place.file);
    await core.close();
  });

  it('is refused where no folder was named', async () => {
    const core = createCore({ agent: 'Verbatim test' });
    expect(await core.openLibrary('', { mode: 'write' })).toMatchObject({ status: 'failed', code: 'library-missing' });
    await core.close();
  });

  it('names the lock file when that is what is damaged', () => {
    writeFileSync(join(place.folder, 'library.lock'), 'garbage '.repeat(1000));
    const core = createCore({ agent: 'Verbatim test' });
    return core.openLibrary(place.folder, { mode: 'write' }).then(async (state) => {
      expect(state).toMatchObject({ status: 'failed', code: 'library-damaged' });
      expect(state.status === 'failed' && state.message).toContain('library.lock');
      await core.close();
    });
  });
});

describe('a library that opens and is damaged further in', () => {
  it('says so where it is read, and the check reports it', async () => {
    const library = await makeLibrary();
    const { lines: taken } = await library.take(
      library.file('a.html', page({ title: 'Quay closes', body: ['The quay closes on Monday. '.repeat(400)] })),
    );
    const file = join(library.path, 'library.sqlite');
    await library.core.close();
    const copy = join(library.folder, 'copy.sqlite');
    copyFileSync(file, copy);
    const db = new Database(copy, { readonly: true });
    const pages = db
      .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'revisions' AND pagetype <> 'internal'")
      .pluck()
      .all();
    db.close();
    for (const number of pages) overwrite(file, (number - 1) * 4096, new Uint8Array(4096).fill(0xa5));
    await library.reopen('read');
    const article = taken[0]?.article;
    if (article == null) throw new Error('nothing was taken in');
    await expect(library.call('articles.read', { article })).rejects.toMatchObject({
      code: 'library-damaged',
      message: expect.stringContaining(file),
    });
    const { ok, lines } = await library.run('health.check', {});
    expect(ok).toBe(false);
    expect(lines.find(({ check }) => check === 'integrity')).toMatchObject({ ok: false });
    expect(lines.find(({ check }) => check === 'texts')).toMatchObject({
      ok: false,
      detail: expect.stringContaining('damaged'),
    });
    expect(lines.some(({ check }) => check === 'originals')).toBe(true);
  });
});
