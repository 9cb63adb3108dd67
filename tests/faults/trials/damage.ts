import { readdirSync } from 'node:fs';
import { cp, mkdir, open, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OpenedLibrary } from '../library.ts';
import { fillLibrary } from '../material.ts';
import { articlesListed, sentenceOf, type Trial, type TrialResult, terminal, toldPlainly, worked } from '../trial.ts';

const count = 12;

/** Overwrites bytes of a file from `at` on (a part of its length where it is below one). */
async function overwrite(file: string, at: number, bytes: Uint8Array): Promise<void> {
  const { size } = await stat(file);
  const handle = await open(file, 'r+');
  await handle.write(bytes, 0, bytes.byteLength, Math.floor(at < 1 ? at * size : at));
  await handle.close();
}
const noise = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7919 + 13) % 251);

function originalOf(library: string): string {
  const found = readdirSync(join(library, 'originals'), { recursive: true, encoding: 'utf8' }).find((name) =>
    /[0-9a-f]{64}$/u.test(name),
  );
  if (found === undefined) throw new Error('the library has no originals');
  return join(library, 'originals', found);
}

interface Damage {
  readonly name: string;
  readonly bring: (library: string) => Promise<void>;
  /** What `check` must name. */
  readonly about: (library: string) => string;
}
const database = (library: string) => join(library, 'library.sqlite');
const hash = (library: string) => originalOf(library).slice(-64);

/** Damage of the database that keeps it from being opened, or is found when it is read. */
const damages: readonly Damage[] = [
  {
    name: 'the database is empty',
    bring: (library) => truncate(database(library), 0),
    about: (library) => `${library} has an empty library.sqlite`,
  },
  { name: 'the database is gone', bring: (library) => rm(database(library)), about: (library) => library },
  {
    name: 'the database is cut off in the middle',
    bring: async (library) => truncate(database(library), Math.floor((await stat(database(library))).size / 2)),
    about: database,
  },
  {
    name: 'the database begins with zeros',
    bring: (library) => overwrite(database(library), 0, new Uint8Array(4096)),
    about: database,
  },
  {
    name: 'the database has a flipped header',
    bring: (library) => overwrite(database(library), 5, Uint8Array.of(0xff)),
    about: database,
  },
  {
    name: 'the database is another file',
    bring: (library) => writeFile(database(library), 'Words, and no database.\n'.repeat(500)),
    about: database,
  },
  {
    name: 'the database is a folder',
    async bring(library) {
      await rm(database(library));
      await mkdir(database(library));
    },
    about: database,
  },
  {
    name: 'pages in the middle of the database are noise',
    bring: (library) => overwrite(database(library), 0.4, noise(32_768)),
    about: database,
  },
  { name: 'an original is gone', bring: (library) => rm(originalOf(library), { force: true }), about: hash },
  {
    name: 'an original is cut off',
    async bring(library) {
      const path = originalOf(library);
      const bytes = await readFile(path);
      await rm(path);
      await writeFile(path, bytes.subarray(0, bytes.byteLength / 2));
    },
    about: hash,
  },
  {
    name: 'an original has one other byte',
    async bring(library) {
      const path = originalOf(library);
      const bytes = await readFile(path);
      bytes[10] = (bytes[10] ?? 0) ^ 1;
      await rm(path);
      await writeFile(path, bytes);
    },
    about: hash,
  },
];

async function examine(library: string, about: string): Promise<TrialResult> {
  const check = await terminal(['check', library]);
  const search = await terminal(['search', library, 'quay']);
  const articles = await terminal(['articles', library, '--json']);
  const stacks = [search, articles].filter(({ err, out }) => /^\s+at .+:\d+:\d+\)?$/mu.test(err + out));
  const listed = articlesListed(articles);
  return {
    acknowledged: `${count} articles`,
    there:
      listed === null ? 'nothing that can be listed; files as they were' : `${new Set(listed).size} articles listed`,
    said: sentenceOf(check, about),
    findings: [...toldPlainly(check, about), ...stacks.map(({ err }) => `a stack was printed: ${err}`)],
  };
}

/** As after a kill: what was saved last stands in the log beside the database alone. */
async function leaveLog(library: string): Promise<void> {
  const killed = `${library}-killed`;
  await OpenedLibrary.with(library, async (opened) => {
    for (let number = 0; number < 5; number += 1)
      await opened.call('collections.create', { name: `Late ${number}`, parent: null, query: null });
    await cp(library, killed, { recursive: true });
  });
  await rm(library, { recursive: true });
  await rename(killed, library);
}

const log = (library: string) => `${database(library)}-wal`;
const logDamages: readonly Pick<Damage, 'name' | 'bring'>[] = [
  { name: 'a bit in the middle of the log is another', bring: (library) => flip(log(library), 0.5) },
  { name: 'the log’s beginning is noise', bring: (library) => overwrite(log(library), 0, noise(32)) },
  {
    name: 'the log is noise',
    bring: async (library) => writeFile(log(library), noise((await stat(log(library))).size)),
  },
];

async function flip(file: string, part: number): Promise<void> {
  const bytes = await readFile(file);
  const at = Math.floor(bytes.byteLength * part);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

/** What SQLite drops of a damaged log is told once, and kept; what was saved before it is there. */
const damagedLogs: readonly Trial[] = logDamages.map(({ name, bring }) => ({
  name: `damage: ${name}`,
  async run(folder) {
    const library = join(folder, 'Library');
    await fillLibrary({ folder, library }, count);
    await leaveLog(library);
    await bring(library);
    const damaged = await readFile(log(library));
    const check = await terminal(['check', library]);
    const again = await terminal(['articles', library, '--json']);
    const kept = await readdir(join(library, 'set-aside')).catch(() => []);
    const copies = await Promise.all(
      kept.map((one) => readFile(join(library, 'set-aside', one, 'library.sqlite-wal'))),
    );
    const listed = new Set(articlesListed(again)).size;
    return {
      acknowledged: `${count} articles, and five collections in the log`,
      there: `${listed} articles listed, ${copies.length} damaged log kept`,
      said: sentenceOf(check, 'library.sqlite-wal'),
      findings: [
        ...worked('check', check),
        ...(check.err.includes('library.sqlite-wal') ? [] : [`the log is not named: ${check.err}`]),
        ...(again.err.includes('library.sqlite-wal') ? ['it is told twice'] : []),
        ...(listed === count ? [] : [`${listed} articles instead of ${count}`]),
        ...(copies.length === 1 && copies[0]?.equals(damaged) ? [] : ['the damaged log was not kept']),
      ],
    };
  },
}));

/** A library is damaged in one of many ways: `check` says what and where, and no command prints a stack. */
const damagedLibraries: readonly Trial[] = damages.map(({ name, bring, about }) => ({
  name: `damage: ${name}`,
  async run(folder) {
    const library = join(folder, 'Library');
    await fillLibrary({ folder, library }, count);
    const named = about(library);
    await bring(library);
    return examine(library, named);
  },
}));

export const damaged: readonly Trial[] = [...damagedLibraries, ...damagedLogs];
