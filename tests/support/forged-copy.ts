import { join } from 'node:path';
import { openWritable } from '../../db/open.ts';
import { sha256Of } from '../../main/core/originals/hash.ts';
import type { TestLibrary } from './library.ts';
import { changeStored } from './stored-revisions.ts';

/**
 * Changes words of the reading copies that hold them behind the library's back, so that text, hash and blocks agree
 * with each other, as in a package that was forged with care. The library is closed and opened again for it.
 */
export async function forgeCopies(library: TestLibrary, words: string, other: string): Promise<void> {
  await library.core.close();
  const db = openWritable(join(library.path, 'library.sqlite'));
  const forge = (text: string) => text.replaceAll(words, other);
  changeStored(db, ({ text, document }) =>
    text.includes(words) ? { text: forge(text), sha256: sha256Of(forge(text)), document: forge(document) } : null,
  );
  db.close();
  await library.reopen();
}
