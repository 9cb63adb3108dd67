import type Database from 'better-sqlite3';

/** More than all queries of one fixed text; what a search makes up by its terms takes turns in what is left. */
const mostKept = 400;

/**
 * Makes a connection keep the statements that it prepared, by their text: SQLite takes longer to prepare most of
 * them than to run them. A statement that only plucks its first column is another one than the same text that
 * doesn't, and one that is being stepped through is not handed out a second time.
 */
export function keepPrepared(db: Database.Database): void {
  const prepare = db.prepare.bind(db) as (sql: string) => Database.Statement;
  const kept = new Map<string, Database.Statement>();
  db.prepare = ((sql: string) => {
    const known = kept.get(sql);
    if (known !== undefined && !known.busy) return known;
    const fresh = withPluckedTwin(prepare(sql), () => prepare(sql).pluck());
    kept.delete(sql);
    kept.set(sql, fresh);
    if (kept.size > mostKept) for (const [oldest] of kept) if (kept.delete(oldest)) break;
    return fresh;
  }) as typeof db.prepare;
}

function withPluckedTwin(statement: Database.Statement, pluck: () => Database.Statement): Database.Statement {
  let twin: Database.Statement | null = null;
  statement.pluck = (wanted = true) => {
    if (!wanted) return statement;
    if (twin === null || twin.busy) twin = pluck();
    return twin;
  };
  return statement;
}
