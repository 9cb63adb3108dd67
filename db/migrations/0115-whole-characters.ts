import { selectorsFor, splitsCharacter } from '../../main/contract/selectors.ts';
import type { WritableDb } from '../types.ts';
import type { Migration } from './migration.ts';

/**
 * A selection could end within a surrogate pair. The half was kept as U+FFFD, so the quotation was no longer the
 * words at its place, and every export left the mark out. Such marks get the whole character.
 */
export const wholeCharacters: Migration = {
  version: 115,
  name: 'marks on whole characters',
  sql: '',
  apply: (db) => {
    for (const kind of ['annotation', 'statement'] as const) {
      for (const mark of brokenMarks(db, kind)) mend(db, kind, mark);
    }
  },
};

interface BrokenMark {
  readonly id: number;
  readonly madeIn: number;
}

interface Place {
  readonly revision: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function brokenMarks(db: WritableDb, kind: 'annotation' | 'statement'): BrokenMark[] {
  return db
    .prepare<[], BrokenMark>(
      `SELECT id, made_in AS madeIn FROM ${kind}s WHERE quote LIKE char(65533) || '%' OR quote LIKE '%' || char(65533)`,
    )
    .all();
}

function mend(db: WritableDb, kind: 'annotation' | 'statement', mark: BrokenMark): void {
  const places = db
    .prepare<[number], Place>(
      `SELECT p.revision, p.start, p."end", r.text FROM ${kind}_placements p JOIN revisions r ON r.id = p.revision
       WHERE p.${kind} = ? AND p.start IS NOT NULL AND p."end" IS NOT NULL`,
    )
    .all(mark.id)
    .filter(({ text, start, end }) => splitsCharacter(text, start) || splitsCharacter(text, end));
  for (const { revision, start, end, text } of places) {
    const { position, quote } = selectorsFor(text, { start, end });
    db.prepare(`UPDATE ${kind}_placements SET start = ?, "end" = ? WHERE ${kind} = ? AND revision = ?`).run(
      position.start,
      position.end,
      mark.id,
      revision,
    );
    if (revision === mark.madeIn)
      db.prepare(`UPDATE ${kind}s SET quote = ?, prefix = ?, suffix = ? WHERE id = ?`).run(
        quote.exact,
        quote.prefix,
        quote.suffix,
        mark.id,
      );
    if (kind === 'statement') indexAgain(db, mark.id, revision, quote.exact);
  }
}

/** Only what stands in the current revision is in the index of statements. */
function indexAgain(db: WritableDb, statement: number, revision: number, words: string): void {
  const isIndexed = db
    .prepare<[number, number], number>(
      `SELECT 1 FROM statements s JOIN articles a ON a.id = s.article
       WHERE s.id = ? AND a.current_revision = ? AND s.binned IS NULL`,
    )
    .pluck()
    .get(statement, revision);
  if (isIndexed === undefined) return;
  db.prepare('DELETE FROM statement_index WHERE rowid = ?').run(statement);
  db.prepare('INSERT INTO statement_index (rowid, words) VALUES (?, ?)').run(statement, words);
}
