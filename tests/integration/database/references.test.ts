import { expect, it } from 'vitest';
import { openWritable } from '../../../db/open.ts';
import type { WritableDb } from '../../../db/types.ts';
import { eachWithLibraryFile } from '../../support/library-file.ts';

const library = eachWithLibraryFile();

interface Reference {
  readonly child: string;
  readonly column: string;
  readonly parent: string;
}

function references(db: WritableDb): Reference[] {
  return db
    .prepare<[], Reference>(
      `SELECT t.name AS child, f."from" AS "column", f."table" AS parent
       FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f WHERE t.schema = 'main' ORDER BY t.name, f."from"`,
    )
    .all();
}

/** The trees that SQLite opens when a row of the parent goes, with those of the triggers and references that this sets off. */
function openedBy(db: WritableDb, parent: string): Set<number> {
  const steps = db
    .prepare<[], { opcode: string; p2: number }>(`EXPLAIN DELETE FROM "${parent}" WHERE rowid = 1`)
    .all()
    .filter(({ opcode }) => opcode === 'OpenRead' || opcode === 'OpenWrite' || opcode === 'ReopenIdx');
  return new Set(steps.map(({ p2 }) => p2));
}

/** The roots of the trees that are sorted by a column first: indexes, and the table itself where it is its key. */
function treesBy(db: WritableDb, { child, column }: Reference): number[] {
  return db
    .prepare<[{ child: string; column: string }], number>(
      `SELECT s.rootpage FROM pragma_index_list(:child) i JOIN pragma_index_xinfo(i.name) x JOIN sqlite_schema s
         ON s.name = CASE WHEN i.origin = 'pk' AND s.type = 'table' THEN :child ELSE i.name END
       WHERE x.seqno = 0 AND x.name = :column AND s.rootpage > 0
       UNION SELECT s.rootpage FROM sqlite_schema s JOIN pragma_table_info(:child) c
       WHERE s.type = 'table' AND s.name = :child AND c.name = :column AND c.pk = 1`,
    )
    .pluck()
    .all({ child, column });
}

it('a row that goes is looked for on an index in every table that refers to its own', () => {
  const db = openWritable(library.file);
  const all = references(db);
  expect(all.length).toBeGreaterThan(25);
  const walked = all.filter((reference) => {
    const opened = openedBy(db, reference.parent);
    return !treesBy(db, reference).some((root) => opened.has(root));
  });
  expect(walked).toEqual([]);
  db.close();
});
