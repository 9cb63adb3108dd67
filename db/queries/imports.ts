import type { ImportId, ImportLine, ImportOutcome, ImportSummary, Placement } from '../../main/contract/index.ts';
import { importOutcomes } from '../../main/contract/index.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { uuidv7 } from '../uuid.ts';
import { recordEvent } from './events.ts';

export function beginImport(db: WritableDb): ImportId {
  const id = uuidv7();
  db.prepare('INSERT INTO imports (uuid, started) VALUES (?, ?)').run(id, now());
  return id as ImportId;
}

/** Lines of a report as they come; they stay in the library whatever becomes of the articles. */
export function addLines(db: WritableDb, id: string, lines: readonly ImportLine[]): void {
  const row = db.prepare<[string], number>('SELECT id FROM imports WHERE uuid = ?').pluck().get(id);
  const insert = db.prepare(
    'INSERT INTO import_lines (import, path, outcome, article, revision, title, reason, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const line of lines)
    insert.run(row, line.path, line.outcome, line.article, line.revision, line.title, line.reason, line.bytes);
}

export function endImport(
  db: WritableDb,
  id: string,
  end: { readonly cancelled: boolean; readonly placed: Readonly<Record<Placement, number>> },
  agent: string,
): void {
  db.prepare('UPDATE imports SET ended = ?, cancelled = ?, placed = ? WHERE uuid = ?').run(
    now(),
    end.cancelled ? 1 : 0,
    JSON.stringify(end.placed),
    id,
  );
  const counts = oneImport(db, id)?.counts;
  const told = importOutcomes
    .filter((outcome) => (counts?.[outcome] ?? 0) > 0)
    .map((outcome) => `${counts?.[outcome]} ${outcome}`);
  recordEvent(db, {
    kind: 'import',
    agent,
    subject: `import ${id}`,
    outcome: (counts?.refused ?? 0) + (counts?.partial ?? 0) > 0 || end.cancelled ? 'warning' : 'success',
    detail: `${end.cancelled ? 'Cancelled: ' : ''}${told.length === 0 ? 'nothing was found' : told.join(', ')}.`,
  });
}

const noPlacements: Readonly<Record<Placement, number>> = { exact: 0, moved: 0, changed: 0, lost: 0 };

/** Every import, newest first, with what became of its files. */
export function listImports(db: ReadableDb): ImportSummary[] {
  return readImports(db, 'ORDER BY i.id DESC LIMIT 500');
}

export function oneImport(db: ReadableDb, id: string): ImportSummary | null {
  return readImports(db, 'WHERE i.uuid = ?', id)[0] ?? null;
}

function readImports(db: ReadableDb, rest: string, ...parameters: string[]): ImportSummary[] {
  const counts = db.prepare<[number], { outcome: ImportOutcome; count: number }>(
    'SELECT outcome, count(*) AS count FROM import_lines WHERE import = ? GROUP BY outcome',
  );
  return db
    .prepare<
      string[],
      { rowid: number; id: ImportId; started: string; ended: string | null; cancelled: number; placed: string }
    >(`SELECT i.id AS rowid, i.uuid AS id, i.started, i.ended, i.cancelled, i.placed FROM imports i ${rest}`)
    .all(...parameters)
    .map((row) => {
      const found = new Map(counts.all(row.rowid).map(({ outcome, count }) => [outcome, count]));
      return {
        id: row.id,
        started: row.started,
        ended: row.ended,
        cancelled: row.cancelled === 1,
        counts: Object.fromEntries(
          importOutcomes.map((outcome) => [outcome, found.get(outcome) ?? 0]),
        ) as ImportSummary['counts'],
        placed: { ...noPlacements, ...(JSON.parse(row.placed) as Partial<ImportSummary['placed']>) },
      };
    });
}

/** A page of a report, in the order the files were met. */
export function importLines(
  db: ReadableDb,
  query: {
    readonly id: string;
    readonly outcome: ImportOutcome | null;
    readonly offset: number;
    readonly limit: number;
  },
): { rows: ImportLine[]; total: number } {
  const where = 'l.import = (SELECT id FROM imports WHERE uuid = :id) AND (:outcome IS NULL OR l.outcome = :outcome)';
  return {
    rows: db
      .prepare<[typeof query], ImportLine>(
        `SELECT l.path, l.outcome, l.article, l.revision, l.title, l.reason, l.bytes FROM import_lines l WHERE ${where} ORDER BY l.id LIMIT :limit OFFSET :offset`,
      )
      .all(query),
    total:
      db
        .prepare<[{ id: string; outcome: ImportOutcome | null }], number>(
          `SELECT count(*) FROM import_lines l WHERE ${where}`,
        )
        .pluck()
        .get({ id: query.id, outcome: query.outcome }) ?? 0,
  };
}

/** Imports that a killed process left without an end are closed as cancelled; answers how many. */
export function closeAbandonedImports(db: WritableDb): number {
  return db.prepare('UPDATE imports SET ended = ?, cancelled = 1 WHERE ended IS NULL').run(now()).changes;
}
