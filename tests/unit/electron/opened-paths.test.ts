import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pathArguments, sortOpened } from '../../../main/electron/opened-paths.ts';

describe('the paths among the arguments', () => {
  it('are what the person typed', () => {
    expect(pathArguments(['/opt/Verbatim/verbatim', 'a.html', '--no-sandbox', ''], null)).toEqual(['a.html']);
    expect(pathArguments(['electron', '/src/verbatim', '/home/ada/Library'], '/src/verbatim')).toEqual([
      '/home/ada/Library',
    ]);
    expect(pathArguments(['electron', '-r', '/tools/loader.js', '/src/verbatim', 'a.html'], '/src/verbatim')).toEqual([
      'a.html',
    ]);
  });
});

describe('what was opened', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verbatim-test-'));
    await mkdir(join(folder, 'Library'));
    await writeFile(join(folder, 'Library', 'library.sqlite'), '');
    await mkdir(join(folder, 'clippings'));
    await writeFile(join(folder, 'page.html'), '<p>');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is a library or something to take in, by what stands there', async () => {
    expect(await sortOpened(['page.html', 'clippings', 'Library'], folder)).toEqual({
      library: join(folder, 'Library'),
      documents: [join(folder, 'page.html'), join(folder, 'clippings')],
    });
  });
  it('may be the name of a library to make', async () => {
    expect(await sortOpened(['New Library'], folder)).toEqual({ library: join(folder, 'New Library'), documents: [] });
  });
});
