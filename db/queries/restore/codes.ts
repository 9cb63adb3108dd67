import type { CodeId, CodeRecord } from '../../../main/contract/index.ts';
import { fold } from '../../fold.ts';
import type { WritableDb } from '../../types.ts';
import { uuidv7 } from '../../uuid.ts';

/** Where a code of the package is in this library, when it is known here under another id. */
export type CodeMap = Readonly<Record<CodeId, CodeId>>;

/**
 * Adds codes, parents first. A code of the same name in the same place is the same code. An id that is another
 * code's here is only a claim: the package's code then gets an id of its own.
 */
export function restoreCodes(db: WritableDb, codes: readonly CodeRecord[]): CodeMap {
  const map: Record<CodeId, CodeId> = {};
  const byId = db.prepare<[string], { readonly row: number; readonly name: string }>(
    'SELECT id AS row, name FROM codes WHERE uuid = ?',
  );
  const siblings = db.prepare<[number | null], { uuid: CodeId; name: string }>(
    'SELECT uuid, name FROM codes WHERE parent IS ? AND binned IS NULL',
  );
  const insert = db.prepare(
    'INSERT INTO codes (uuid, name, parent, definition, color, created, modified) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const code of codes) {
    const known = byId.get(code.id);
    if (known !== undefined && fold(known.name) === fold(code.name)) continue;
    const parent = code.parent === null ? null : (byId.get(map[code.parent] ?? code.parent)?.row ?? null);
    const twin = siblings.all(parent).find(({ name }) => fold(name) === fold(code.name));
    const id = twin?.uuid ?? (known === undefined ? code.id : (uuidv7() as CodeId));
    if (twin === undefined) insert.run(id, code.name, parent, code.definition, code.color, code.created, code.modified);
    if (id !== code.id) map[code.id] = id;
  }
  return map;
}
