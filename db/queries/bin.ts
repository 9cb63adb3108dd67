import type { BinItem, Sha256 } from '../../main/contract/index.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { recordEvent } from './events.ts';
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
  for (const { id } of db
    .prepare<[], { id: number }>(
      'SELECT s.id FROM statements s JOIN articles a ON a.id = s.article WHERE s.binned IS NOT NULL OR a.binned IS NOT NULL',
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
  db.exec(
    `DELETE FROM speakers WHERE id NOT IN (SELECT speaker FROM statements WHERE speaker IS NOT NULL);
     DELETE FROM organizations WHERE id NOT IN (SELECT organization FROM statements WHERE organization IS NOT NULL);`,
  );
  db.exec('DELETE FROM archives WHERE id NOT IN (SELECT archive FROM captures WHERE archive IS NOT NULL)');
  const orphans = db
    .prepare<[], Sha256>(
      `DELETE FROM originals WHERE id NOT IN (SELECT original FROM captures) AND id NOT IN (SELECT original FROM revision_images)
         AND id NOT IN (SELECT original FROM archives WHERE original IS NOT NULL) RETURNING sha256`,
    )
    .pluck()
    .all();
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
