import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContainerSource } from '../../../main/formats/format.ts';
import { FileWindow } from '../../../main/formats/read/archives/records/file-window.ts';
import { tapeEntries } from '../../../main/formats/read/containers/tar/entries.ts';
import { beginningOf } from '../../../main/formats/read/tables/decoded.ts';
import { openFolderSource } from '../../../main/formats/shared/package/folder-source.ts';
import { NotRegularError, readRegularFile, streamRegularFile } from '../../../main/formats/shared/regular-file.ts';
import { openZipSource } from '../../../main/formats/shared/zip/zip-source.ts';

let folder = '';
let pipe = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-special-'));
  pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function collect(pieces: AsyncIterable<unknown>): Promise<void> {
  for await (const _piece of pieces);
}

/** A file may have become a pipe since somebody looked: whoever opened it would wait for ever for its other end. */
// Windows has no pipes in folders.
describe.skipIf(process.platform === 'win32')('what opens files of others', () => {
  const source = (path: string): ContainerSource => ({
    path,
    name: 'pipe',
    after: null,
    signal: new AbortController().signal,
    scratch: folder,
    openIndex: () => {
      throw new Error('not asked for');
    },
    progress: () => undefined,
  });

  it.each<readonly [what: string, open: (path: string) => Promise<unknown>]>([
    ['a whole file', (path) => readRegularFile(path, 100)],
    ['a stream', (path) => streamRegularFile(path, {})],
    ['a zip', (path) => openZipSource(path)],
    ['a tape', (path) => collect(tapeEntries(source(path)))],
    ['a table', (path) => beginningOf(path)],
    ['a web archive', async (path) => FileWindow.open(path)],
  ])('%s: neither a pipe nor a device', async (_what, open) => {
    for (const path of [pipe, '/dev/zero']) await expect(open(path)).rejects.toThrow(NotRegularError);
  });

  it('a member of a package that became a pipe', async () => {
    for (const size of [10, 300_000]) {
      const member = join(folder, 'member');
      writeFileSync(member, new Uint8Array(size));
      const opened = await openFolderSource(folder);
      rmSync(member);
      execFileSync('mkfifo', [member]);
      await expect(collect(opened.stream('member'))).rejects.toThrow(NotRegularError);
      rmSync(member);
    }
  });
});
