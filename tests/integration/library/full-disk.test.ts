import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCore } from '../../../main/core/create-core.ts';

const terminal = resolve(import.meta.dirname, '../../../main/cli/index.ts');
const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of the terminal; `blocks` is the largest file that it may write, in units of 512 bytes. */
async function run(args: readonly string[], blocks: number | null = null): Promise<Ran> {
  const command = [process.execPath, ...flags, terminal, ...args];
  const [file, ...rest] = blocks === null ? command : ['sh', '-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', ...command];
  const child = spawn(file ?? '', rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { exit: child.exitCode, out, err };
}

const count = 40;

/** Files with so many different words that the library of all of them is much larger than a few megabytes. */
function files(): string {
  const incoming = join(folder, 'incoming');
  mkdirSync(incoming);
  for (let number = 0; number < count; number += 1) {
    const words = Array.from({ length: 4000 }, (_, index) => `w${(number * 7919 + index * 104_729).toString(36)}`);
    writeFileSync(join(incoming, `${number}.txt`), `Report ${number} from the quay\n\n${words.join(' ')}.\n`);
  }
  return incoming;
}

function jsonLines(out: string): Record<string, unknown>[] {
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** One sentence, the summary, and the exit code of what failed. */
function isTold({ exit, out, err }: Ran): string[] {
  expect(err).toMatch(/^The import stopped\. .*(full|limit).*(Make room|has room).*goes on from there/u);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(exit).toBe(1);
  const lines = jsonLines(out);
  expect(lines.at(-1)).toMatchObject({ summary: { ended: null, cancelled: false } });
  return lines.flatMap(({ article }) => (typeof article === 'string' ? [article] : []));
}

/** What was acknowledged is there, and the same import takes in what is left. */
async function isKept(library: string, incoming: string, acknowledged: readonly string[]): Promise<void> {
  const core = createCore({ agent: 'Verbatim test' });
  try {
    await core.openLibrary(library, { mode: 'write' });
    const grants = [core.grants.issue(incoming, 'read')];
    expect(await core.call('import.run', { grants })).toMatchObject({ state: 'ended', counts: { refused: 0 } });
    const { rows } = (await core.call('search.run', { query: '', limit: 1000 })) as {
      rows: readonly { article: { id: string } }[];
    };
    expect(rows).toHaveLength(count);
    const present = new Set(rows.map(({ article }) => article.id));
    expect(acknowledged.filter((article) => !present.has(article))).toEqual([]);
    const imports = (await core.call('imports.list', {})) as readonly { state: string }[];
    expect(imports.map(({ state }) => state)).toEqual(['ended', 'interrupted']);
    expect(await core.call('health.check', {})).toMatchObject({ ok: true });
  } finally {
    await core.close();
  }
}

// Windows has no limit on the size of a process's files.
describe.skipIf(process.platform === 'win32')('a limit on the size of files', () => {
  it('stops an import with a sentence, the summary and exit code 1, and loses nothing', async () => {
    const incoming = files();
    const library = join(folder, 'library');
    const acknowledged = isTold(await run(['import', library, incoming, '--json'], 4000));
    await isKept(library, incoming, acknowledged);
  });
});

/** Leaves no room on a disk. */
function fillUp(place: string): void {
  try {
    for (;;) writeFileSync(join(place, 'what else is there'), 'x'.repeat(4096), { flag: 'a' });
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  }
}

function mountSmall(): string | null {
  const place = mkdtempSync(join(tmpdir(), 'verbatim-test-small-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', place]);
  if (mounted.status === 0) return place;
  rmSync(place, { recursive: true });
  return null;
}

const small = mountSmall();
if (small === null)
  console.warn('A full disk is only tested as a limit on files here: a small disk could not be mounted.');

describe.skipIf(small === null)('a full disk', () => {
  const place = small ?? '';
  afterEach(() => {
    spawnSync('umount', [place]);
    rmSync(place, { recursive: true });
  });

  it('stops imports, exports, backups and annotations with a sentence each, and loses nothing', async () => {
    const incoming = files();
    const library = join(place, 'library');
    const acknowledged = isTold(await run(['import', library, incoming, '--json']));
    const full = { code: 'disk-full', message: expect.stringContaining('Make room on that disk') };
    const core = createCore({ agent: 'Verbatim test' });
    try {
      expect(spawnSync('mount', ['-o', 'remount,size=8m', place]).status).toBe(0);
      expect(await core.openLibrary(library, { mode: 'write' })).toMatchObject({ status: 'open' });
      const article = acknowledged[0];
      const read = (await core.call('articles.read', { article })) as { revision: { id: string } };
      const revision = read.revision.id;
      fillUp(place);
      const before = readdirSync(place).sort();
      const target = core.grants.issue(join(place, 'package'), 'write');
      const order = { format: 'bagit', selection: { of: 'everything' }, target };
      await expect(core.call('export.run', order)).rejects.toMatchObject(full);
      expect(readdirSync(place).sort()).toEqual(before);
      await expect(core.call('health.backup', {})).rejects.toMatchObject(full);
      const backups = join(library, 'backups');
      expect(existsSync(backups) ? readdirSync(backups) : []).toEqual([]);
      const annotate = async () => {
        // The free room of the database itself is used up first.
        for (let number = 0; number < 2000; number += 1)
          await core.call('annotations.create', {
            article,
            revision,
            start: 0,
            end: 6,
            color: null,
            note: 'words '.repeat(500),
          });
      };
      await expect(annotate()).rejects.toMatchObject(full);
      expect(await core.call('search.run', { query: 'quay' })).toMatchObject({ rows: expect.any(Array) });
    } finally {
      await core.close();
    }
    expect(spawnSync('mount', ['-o', 'remount,size=64m', place]).status).toBe(0);
    await isKept(library, incoming, acknowledged);
  });
});
