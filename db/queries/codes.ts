import type { Code, CodeId } from '../../main/contract/index.ts';
import { VerbatimError } from '../../main/contract/index.ts';
import { fold } from '../fold.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { uuidv7 } from '../uuid.ts';
import { recordEdit } from './edits.ts';
import { reindex } from './search-index.ts';
import { binSubtree, isWithin, parentAfterRestore, restoreSubtree, subtree, treeRow } from './trees.ts';

interface Row {
  readonly rowid: number;
  readonly id: string;
  readonly name: string;
  readonly parent: number | null;
  readonly definition: string;
  readonly color: number;
  readonly annotations: number;
}

/** How many colours the interface has for codes. */
const colors = 8;

/** They are few: taking them out of a count is quicker than looking up all that aren't. */
const binnedAnnotations = `SELECT id FROM annotations WHERE binned IS NOT NULL
  UNION ALL SELECT n.id FROM articles a CROSS JOIN annotations n ON n.article = a.id WHERE a.binned IS NOT NULL`;

/** The rows of a code and of all below it; none where it is gone. */
export function codesBelow(db: ReadableDb, id: string): number[] {
  return db
    .prepare<[string], number>(
      `WITH RECURSIVE below(id) AS (SELECT id FROM codes WHERE uuid = ? AND binned IS NULL
         UNION SELECT c.id FROM codes c JOIN below b ON c.parent = b.id WHERE c.binned IS NULL) SELECT id FROM below`,
    )
    .pluck()
    .all(id);
}

/** The codebook: every code with its path from the root and how many live annotations carry it, by path. */
export function listCodes(db: ReadableDb): Code[] {
  const rows = db
    .prepare<[], Row>(
      `SELECT c.id AS rowid, c.uuid AS id, c.name, c.parent, c.definition, c.color,
         (SELECT count(*) FROM annotation_codes t WHERE t.code = c.id AND t.annotation NOT IN (${binnedAnnotations})) AS annotations
       FROM codes c WHERE c.binned IS NULL`,
    )
    .all();
  const known = new Map(rows.map((row) => [row.rowid, row]));
  const pathOf = (row: Row): string[] => {
    const parent = row.parent === null ? undefined : known.get(row.parent);
    return parent === undefined ? [row.name] : [...pathOf(parent), row.name];
  };
  return rows
    .map(({ rowid: _rowid, parent, ...row }) => {
      const above = parent === null ? undefined : known.get(parent);
      const path = above === undefined ? [row.name] : [...pathOf(above), row.name];
      return { ...row, id: row.id as CodeId, parent: (above?.id ?? null) as CodeId | null, path };
    })
    .sort((a, b) => comparePaths(a.path, b.path));
}

function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (const [index, name] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = name.localeCompare(other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

export interface NewCode {
  readonly name: string;
  readonly parent: string | null;
  readonly definition: string;
  /** Null: the colour that the fewest codes have. */
  readonly color: number | null;
}

/**
 * A code of that name under that parent; the one that is there already (case and diacritics folded)
 * when there is one, so that typing a code's name twice makes one code. Throws `not-found` for the parent.
 */
export function createCode(db: WritableDb, code: NewCode): Code {
  const parent = code.parent === null ? null : treeRow(db, 'codes', code.parent, 'live').id;
  const known = siblingNamed(db, parent, code.name);
  if (known !== undefined) return found(db, known.uuid);
  const id = uuidv7();
  const at = now();
  db.prepare(
    'INSERT INTO codes (uuid, name, parent, definition, color, created, modified) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(id, code.name, parent, code.definition, code.color ?? rarestColor(db), at, at);
  recordEdit(db, 'code', `code ${id}`, `Made: “${code.name}”.`);
  return found(db, id);
}

export interface CodeChange {
  readonly id: string;
  readonly name?: string | undefined;
  readonly parent?: string | null | undefined;
  readonly definition?: string | undefined;
  readonly color?: number | undefined;
}

/**
 * Renames, moves, defines or colours a code; what is undefined stays. Throws `not-found`, and
 * `conflict` for a name that a sibling has or a parent inside the code itself.
 */
export function updateCode(db: WritableDb, change: CodeChange): Code {
  const row = treeRow(db, 'codes', change.id, 'live');
  const parent =
    change.parent === undefined
      ? row.parent
      : change.parent === null
        ? null
        : treeRow(db, 'codes', change.parent, 'live').id;
  if (parent !== null && isWithin(db, 'codes', parent, row.id))
    throw new VerbatimError('conflict', `“${row.name}” cannot stand under itself.`);
  const name = change.name ?? row.name;
  const sibling = siblingNamed(db, parent, name);
  if (sibling !== undefined && sibling.id !== row.id)
    throw new VerbatimError('conflict', `There is a code “${sibling.name}” in this place already.`);
  reindex(db, name === row.name ? [] : articlesCoded(db, [row.id]), () => {
    db.prepare(
      'UPDATE codes SET name = ?, parent = ?, definition = coalesce(?, definition), color = coalesce(?, color), modified = ? WHERE id = ?',
    ).run(name, parent, change.definition ?? null, change.color ?? null, now(), row.id);
  });
  recordEdit(
    db,
    'code',
    `code ${change.id}`,
    name === row.name ? `Changed: “${name}”.` : `“${row.name}” is now “${name}”.`,
  );
  return found(db, change.id);
}

/** Moves a code and those under it to the bin; annotations keep their links for a restore. Throws `not-found`. */
export function binCode(db: WritableDb, id: string): void {
  const row = treeRow(db, 'codes', id, 'live');
  reindex(db, articlesCoded(db, subtree(db, 'codes', row.id)), () => binSubtree(db, 'codes', row.id));
  recordEdit(db, 'code', `code ${id}`, `“${row.name}” was moved to the bin with the codes under it.`);
}

/**
 * Takes a code back with those that went with it; to the root when its parent is gone. Throws
 * `not-found`, and `conflict` when another code took its name meanwhile.
 */
export function restoreCode(db: WritableDb, id: string): Code {
  const row = treeRow(db, 'codes', id, 'binned');
  const parent = parentAfterRestore(db, 'codes', row);
  const sibling = siblingNamed(db, parent, row.name);
  if (sibling !== undefined)
    throw new VerbatimError('conflict', `There is another code “${sibling.name}” in its place; rename that one first.`);
  reindex(db, articlesCoded(db, subtree(db, 'codes', row.id)), () => restoreSubtree(db, 'codes', row));
  recordEdit(db, 'code', `code ${id}`, `“${row.name}” was restored from the bin.`);
  return found(db, id);
}

function found(db: ReadableDb, id: string): Code {
  const code = listCodes(db).find((one) => one.id === id);
  if (code === undefined) throw new VerbatimError('not-found', 'This code is not in the codebook any more.');
  return code;
}

function siblingNamed(
  db: ReadableDb,
  parent: number | null,
  name: string,
): { readonly id: number; readonly uuid: string; readonly name: string } | undefined {
  const folded = fold(name);
  return db
    .prepare<[number | null], { id: number; uuid: string; name: string }>(
      'SELECT id, uuid, name FROM codes WHERE parent IS ? AND binned IS NULL',
    )
    .all(parent)
    .find((sibling) => fold(sibling.name) === folded);
}

function rarestColor(db: ReadableDb): number {
  const counts = Array.from({ length: colors }, () => 0);
  for (const color of db.prepare<[], number>('SELECT color FROM codes WHERE binned IS NULL').pluck().all())
    counts[color] = (counts[color] ?? 0) + 1;
  return counts.indexOf(Math.min(...counts));
}

function articlesCoded(db: ReadableDb, codes: readonly number[]): number[] {
  return db
    .prepare<[string], number>(
      `SELECT DISTINCT n.article FROM annotation_codes t JOIN annotations n ON n.id = t.annotation
       WHERE t.code IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .all(JSON.stringify(codes));
}
