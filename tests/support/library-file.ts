import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** Gives each test of a file a folder of its own, and tells where a library's database would lie in it. */
export function eachWithLibraryFile(): { readonly folder: string; readonly file: string } {
  const place = { folder: '', file: '' };
  beforeEach(() => {
    place.folder = mkdtempSync(join(tmpdir(), 'verbatim-migration-'));
    place.file = join(place.folder, 'library.sqlite');
  });
  afterEach(() => rmSync(place.folder, { recursive: true, force: true }));
  return place;
}
