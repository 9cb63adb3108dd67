import Database from 'better-sqlite3';

/** A row as whoever reads archives makes it; `main/formats/warc/record-index.ts` says what it means. */
interface RecordRow {
  readonly offset: number;
  readonly length: number;
  readonly kind: 'page' | 'resource' | 'revisit';
  readonly url: string;
  readonly key: string;
  readonly date: string;
}

/**
 * Makes an empty index of an archive's records in a new file: scratch paper for one archive, without a
 * library near, and not durable. Whoever named the file removes it.
 */
export function openRecordIndex(file: string) {
  const db = new Database(file);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -8000');
  db.exec(
    `CREATE TABLE records (offset INTEGER PRIMARY KEY, length INTEGER NOT NULL, kind TEXT NOT NULL, url TEXT NOT NULL, key TEXT NOT NULL, date TEXT NOT NULL) STRICT;
     CREATE INDEX records_key ON records(key, kind, date);
     CREATE INDEX records_pages ON records(offset) WHERE kind <> 'resource';`,
  );
  const columns = 'offset, length, kind, url, key, date';
  const insert = db.prepare(`INSERT OR IGNORE INTO records (${columns}) VALUES (?, ?, ?, ?, ?, ?)`);
  const pages = db.prepare<[number, number], RecordRow>(
    `SELECT ${columns} FROM records WHERE kind <> 'resource' AND offset >= ? ORDER BY offset LIMIT ?`,
  );
  const before = db.prepare<[string, string, string], RecordRow>(
    `SELECT ${columns} FROM records WHERE key = ? AND kind = ? AND date <= ? ORDER BY date DESC LIMIT 1`,
  );
  const after = db.prepare<[string, string, string], RecordRow>(
    `SELECT ${columns} FROM records WHERE key = ? AND kind = ? AND date > ? ORDER BY date LIMIT 1`,
  );
  const addAll = db.transaction((records: readonly RecordRow[]) => {
    for (const { offset, length, kind, url, key, date } of records) insert.run(offset, length, kind, url, key, date);
  });
  return {
    add: (records: readonly RecordRow[]): void => addAll(records),
    pages: (from: number, limit: number): RecordRow[] => pages.all(from, limit),
    find(key: string, kind: 'page' | 'resource', date: string): RecordRow | null {
      const earlier = before.get(key, kind, date) ?? null;
      const later = after.get(key, kind, date) ?? null;
      if (earlier === null || later === null) return earlier ?? later;
      return distance(earlier.date, date) <= distance(later.date, date) ? earlier : later;
    },
    close(): void {
      db.close();
    },
  };
}

/** Milliseconds between two dates; 0 where one of them is none. */
function distance(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) || 0;
}
