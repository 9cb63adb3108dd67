import Database from 'better-sqlite3';

/** What is said of a record; `main/formats/read/archives/records/record-index.ts` says what it means. */
interface IndexedRecord {
  readonly file: number;
  readonly offset: number;
  readonly length: number;
  readonly kind: number;
  readonly exact: number;
  readonly loose: number;
  readonly time: number;
}

interface ListedPage {
  readonly url: string;
  readonly exact: number;
  readonly loose: number;
  readonly isChosen: boolean;
}

/** Kilobytes of the index that are held in memory. */
const cacheKilobytes = 8 * 1024;

const schema = `
CREATE TABLE records (
  file INTEGER NOT NULL, "offset" INTEGER NOT NULL, length INTEGER NOT NULL, kind INTEGER NOT NULL,
  exact INTEGER NOT NULL, loose INTEGER NOT NULL, time INTEGER NOT NULL,
  PRIMARY KEY (file, "offset")
) STRICT, WITHOUT ROWID;
CREATE TABLE names (name INTEGER NOT NULL, file INTEGER NOT NULL, "offset" INTEGER NOT NULL) STRICT;
CREATE TABLE requests (name INTEGER PRIMARY KEY, kind INTEGER NOT NULL) STRICT;
CREATE TABLE listed (
  loose INTEGER NOT NULL, exact INTEGER NOT NULL, url TEXT NOT NULL, chosen INTEGER NOT NULL,
  PRIMARY KEY (loose, exact)
) STRICT, WITHOUT ROWID;
`;

const columns = 'r.file, r."offset", r.length, r.kind, r.exact, r.loose, r.time';

/**
 * Makes an empty index of an archive's records in a new file: scratch paper for one archive, without a
 * library near, and not durable. Whoever named the file removes it.
 */
export function openRecordIndex(file: string): RecordIndexFile {
  return new RecordIndexFile(file);
}

class RecordIndexFile {
  readonly #db: Database.Database;
  readonly #insert: Database.Statement<[number, number, number, number, number, number, number]>;
  readonly #insertName: Database.Statement<[number, number, number]>;
  readonly #insertRequest: Database.Statement<[number, number]>;
  readonly #insertListed: Database.Statement<[number, number, string, number]>;

  constructor(file: string) {
    this.#db = new Database(file);
    this.#db.pragma(`cache_size = -${cacheKilobytes}`);
    this.#db.pragma('journal_mode = OFF');
    this.#db.pragma('synchronous = OFF');
    // Sorting for the indexes goes to the disk too.
    this.#db.pragma('temp_store = FILE');
    this.#db.exec(schema);
    this.#db.exec('BEGIN');
    this.#insert = this.#db.prepare('INSERT OR IGNORE INTO records VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.#insertName = this.#db.prepare('INSERT INTO names VALUES (?, ?, ?)');
    this.#insertRequest = this.#db.prepare('INSERT OR IGNORE INTO requests VALUES (?, ?)');
    this.#insertListed = this.#db.prepare(
      'INSERT INTO listed VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET chosen = max(chosen, excluded.chosen)',
    );
  }

  add(record: IndexedRecord, names: readonly number[]): void {
    const { file, offset, length, kind, exact, loose, time } = record;
    this.#insert.run(file, offset, length, kind, exact, loose, time);
    for (const name of names) this.#insertName.run(name, file, offset);
  }

  addRequest(name: number, kind: number): void {
    this.#insertRequest.run(name, kind);
  }

  addListed({ loose, exact, url, isChosen }: ListedPage): void {
    this.#insertListed.run(loose, exact, url, isChosen ? 1 : 0);
  }

  removeListed({ loose, exact }: ListedPage): void {
    this.#db.prepare('DELETE FROM listed WHERE loose = ? AND exact = ?').run(loose, exact);
  }

  forget(file: number): void {
    this.#db.prepare('DELETE FROM records WHERE file = ?').run(file);
    this.#db.prepare('DELETE FROM names WHERE file = ?').run(file);
  }

  seal(): void {
    this.#db.exec('COMMIT');
    this.#db.exec('CREATE INDEX records_address ON records (loose, exact, time)');
    this.#db.exec('CREATE INDEX names_name ON names (name)');
  }

  after(file: number, offset: number, kinds: readonly number[], limit: number): IndexedRecord[] {
    return this.#db
      .prepare<unknown[], IndexedRecord>(
        `SELECT ${columns} FROM records r WHERE (r.file, r."offset") > (?, ?) AND r.kind IN (${kinds.map(() => '?').join(', ')})
         ORDER BY r.file, r."offset" LIMIT ?`,
      )
      .all(file, offset, ...kinds, limit);
  }

  count(kinds: readonly number[]): number {
    return this.#number(`SELECT count(*) FROM records WHERE kind IN (${kinds.map(() => '?').join(', ')})`, ...kinds);
  }

  atAddress({ exact, loose }: { readonly exact: number; readonly loose: number }, time: number): IndexedRecord[] {
    const near = (where: string, ...values: number[]): IndexedRecord[] =>
      [
        ['>=', 'ASC'],
        ['<', 'DESC'],
      ]
        .flatMap(([sign, order]) =>
          this.#db
            .prepare<unknown[], IndexedRecord>(
              `SELECT ${columns} FROM records r WHERE ${where} AND r.time ${sign} ? ORDER BY r.time ${order} LIMIT 2`,
            )
            .all(...values, time),
        )
        .sort((one, other) => Math.abs(one.time - time) - Math.abs(other.time - time));
    const found = near('r.loose = ? AND r.exact = ?', loose, exact);
    return found.length > 0 ? found : near('r.loose = ?', loose);
  }

  named(name: number): IndexedRecord | null {
    return (
      this.#db
        .prepare<[number], IndexedRecord>(
          `SELECT ${columns} FROM names n JOIN records r ON r.file = n.file AND r."offset" = n."offset"
           WHERE n.name = ? ORDER BY n.file, n."offset" LIMIT 1`,
        )
        .get(name) ?? null
    );
  }

  requestOf(name: number): number | null {
    return this.#db.prepare<[number], number>('SELECT kind FROM requests WHERE name = ?').pluck().get(name) ?? null;
  }

  get hasList(): boolean {
    return this.#number('SELECT EXISTS (SELECT 1 FROM listed)') === 1;
  }

  listingOf(loose: number): { readonly isChosen: boolean } | null {
    const chosen = this.#db
      .prepare<[number], number>('SELECT max(chosen) FROM listed WHERE loose = ?')
      .pluck()
      .get(loose);
    return chosen == null ? null : { isChosen: chosen === 1 };
  }

  listedWithout(kinds: readonly number[], behind: ListedPage | null, limit: number): ListedPage[] {
    return this.#db
      .prepare<unknown[], Omit<ListedPage, 'isChosen'> & { readonly chosen: number }>(
        `SELECT l.url, l.exact, l.loose, l.chosen FROM listed l WHERE (l.loose, l.exact) > (?, ?) AND NOT EXISTS
           (SELECT 1 FROM records r WHERE r.loose = l.loose AND r.kind IN (${kinds.map(() => '?').join(', ')}))
         ORDER BY l.loose, l.exact LIMIT ?`,
      )
      .all(behind?.loose ?? -1, behind?.exact ?? -1, ...kinds, limit)
      .map(({ chosen, ...page }) => ({ ...page, isChosen: chosen === 1 }));
  }

  close(): void {
    this.#db.close();
  }

  #number(sql: string, ...values: number[]): number {
    return (
      this.#db
        .prepare<unknown[], number>(sql)
        .pluck()
        .get(...values) ?? 0
    );
  }
}
