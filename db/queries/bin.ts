import type { BinItem, Sha256 } from '../../main/contract/index.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { recordEvent } from './events.ts';
import { removeUnspoken } from './people/unspoken.ts';
import { indexStatement } from './search-index.ts';

/** What is in the bin, last thrown away first. */
export function listBin(db: ReadableDb): BinItem[] {
  return db
    .prepare<[], BinItem>(
      `SELECT 'article' AS kind, uuid AS id, title AS label, binned FROM articles WHERE binned IS NOT NULL
       UNION ALL SELECT 'annotation', uuid, quote, binned FROM annotations WHERE binned IS NOT NULL
       UNION ALL SELECT 'statement', uuid, quote, binned FROM statements WHERE binned IS NOT NULL
       UNION ALL SELECT 'collection', uuid, name, binned FROM collections WHERE binned IS NOT NULL
       UNION ALL SELECT 'code', uuid, name, binned FROM codes WHERE binned IS NOT NULL
       ORDER BY binned DESC`,
    )
    .all();
}

/**
 * Removes what is in the bin for good; answers the number of items and the originals that nothing uses
 * any more, whose files the caller removes after this has been committed.
 */
export function emptyBin(db: WritableDb, agent: string): { removed: number; orphans: Sha256[] } {
  const items = listBin(db);
  // What else is in the library isn't looked through: only what goes can leave an original behind.
  const originals = originalsOfBin(db);
  for (const { id } of db
    .prepare<[], { id: number }>(
      `SELECT id FROM statements WHERE binned IS NOT NULL
       UNION SELECT s.id FROM articles a CROSS JOIN statements s ON s.article = a.id WHERE a.binned IS NOT NULL`,
    )
    .all())
    indexStatement(db, id, null);
  // A code or collection that goes leaves its children one level higher.
  for (const table of ['codes', 'collections'])
    db.exec(
      `UPDATE ${table} SET parent = NULL WHERE parent IN (SELECT id FROM ${table} WHERE binned IS NOT NULL) AND binned IS NULL;
       UPDATE ${table} SET parent = NULL WHERE binned IS NOT NULL;`,
    );
  for (const table of ['annotations', 'statements', 'articles', 'codes', 'collections'])
    db.exec(`DELETE FROM ${table} WHERE binned IS NOT NULL`);
  // A correction leaves a name behind, too.
  removeUnspoken(db);
  db.exec(
    `DELETE FROM organizations WHERE NOT EXISTS (SELECT 1 FROM statements s WHERE s.organization = organizations.id)
       AND NOT EXISTS (SELECT 1 FROM joint_speakers j WHERE j.organization = organizations.id);`,
  );
  originals.push(...removeUnusedArchives(db));
  const orphans = removeUnusedOriginals(db, originals);
  if (items.length > 0)
    recordEvent(db, {
      kind: 'bin',
      agent,
      subject: null,
      outcome: 'success',
      detail: `The bin was emptied: ${items.map((item) => `${item.kind} ${item.id}`).join(', ')}.`,
    });
  return { removed: items.length, orphans };
}

/** What the articles in the bin came from, and the pictures that they show. */
function originalsOfBin(db: ReadableDb): number[] {
  return db
    .prepare<[], number>(
      `SELECT c.original FROM articles a CROSS JOIN captures c ON c.article = a.id WHERE a.binned IS NOT NULL
       UNION SELECT i.original FROM articles a CROSS JOIN revisions r ON r.article = a.id
         CROSS JOIN revision_images i ON i.revision = r.id WHERE a.binned IS NOT NULL`,
    )
    .pluck()
    .all();
}

/** Answers the copies that were kept of them. */
function removeUnusedArchives(db: WritableDb): number[] {
  return db
    .prepare<[], number | null>(
      'DELETE FROM archives WHERE NOT EXISTS (SELECT 1 FROM captures c WHERE c.archive = archives.id) RETURNING original',
    )
    .pluck()
    .all()
    .filter((original) => original !== null);
}

function removeUnusedOriginals(db: WritableDb, originals: readonly number[]): Sha256[] {
  return db
    .prepare<[string], Sha256>(
      `DELETE FROM originals WHERE id IN (SELECT value FROM json_each(?))
         AND NOT EXISTS (SELECT 1 FROM captures c WHERE c.original = originals.id)
         AND NOT EXISTS (SELECT 1 FROM revision_images i WHERE i.original = originals.id)
         AND NOT EXISTS (SELECT 1 FROM archives w WHERE w.original = originals.id) RETURNING sha256`,
    )
    .pluck()
    .all(JSON.stringify(originals));
}
