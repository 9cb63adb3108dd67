import { basename } from 'node:path';
import type {
  ImportId,
  ImportLine,
  ImportOutcome,
  ImportState,
  ImportSummary,
  Placement,
} from '../../main/contract/index.ts';
import { importOutcomes } from '../../main/contract/index.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { uuidv7 } from '../uuid.ts';
import { recordEvent } from './events.ts';

/** What an import was asked to do, kept so that it can go on after a restart. */
export interface ImportOrder {
  /** Paths of files and folders on this machine. They never leave the library. */
  readonly roots: readonly string[];
  readonly collection: string | null;
  readonly copyArchives: boolean;
  /** For each field of tables the name of its column; null where nothing was asked for. */
  readonly columns: Readonly<Record<string, string>> | null;
}

/** Keeps the order; the import itself waits for its turn. */
export function beginImport(db: WritableDb, { roots, ...options }: ImportOrder): ImportId {
  const id = uuidv7();
  db.prepare("INSERT INTO imports (uuid, started, state, roots, options) VALUES (?, ?, 'waiting', ?, ?)").run(
    id,
    now(),
    JSON.stringify(roots),
    JSON.stringify(options),
  );
  return id as ImportId;
}

/** The order of an import that is not over, or null. */
export function importOrder(db: ReadableDb, id: string): ImportOrder | null {
  const row = db
    .prepare<[string], { roots: string; options: string }>(
      "SELECT roots, options FROM imports WHERE uuid = ? AND state NOT IN ('cancelled', 'ended')",
    )
    .get(id);
  if (row === undefined) return null;
  const {
    collection,
    copyArchives,
    columns = null,
  } = JSON.parse(row.options) as Omit<ImportOrder, 'roots' | 'columns'> & Partial<Pick<ImportOrder, 'columns'>>;
  return { roots: JSON.parse(row.roots) as string[], collection, copyArchives, columns };
}

/** Says where an import is that isn't over. */
export function setImportState(db: WritableDb, id: string, state: Exclude<ImportState, 'cancelled' | 'ended'>): void {
  db.prepare("UPDATE imports SET state = ? WHERE uuid = ? AND state NOT IN ('cancelled', 'ended')").run(state, id);
}

/** A line as the import makes it, and the file on this machine that it is about. */
export interface NewImportLine extends Omit<ImportLine, 'number' | 'hasFile'> {
  readonly source: string | null;
}

/** A file that is done (`position` null), or how far a container is. */
export interface FileProgress {
  readonly source: string;
  readonly position: string | null;
}

/**
 * Lines of a report as they come, and what the import has behind it with them; they stay in the library
 * whatever becomes of the articles. Answers the lines' numbers.
 */
export function addLines(
  db: WritableDb,
  id: string,
  lines: readonly NewImportLine[],
  progress: readonly FileProgress[] = [],
): number[] {
  const row = db.prepare<[string], number>('SELECT id FROM imports WHERE uuid = ?').pluck().get(id);
  const insert = db.prepare(
    'INSERT INTO import_lines (import, path, outcome, article, revision, title, reason, bytes, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const behind = db.prepare('INSERT OR REPLACE INTO import_progress (import, source, position) VALUES (?, ?, ?)');
  const numbers = lines.map((line) =>
    Number(
      insert.run(
        row,
        line.path,
        line.outcome,
        line.article,
        line.revision,
        line.title,
        line.reason,
        line.bytes,
        line.source,
      ).lastInsertRowid,
    ),
  );
  for (const { source, position } of progress) behind.run(row, source, position);
  return numbers;
}

/** What an import has behind it. */
export function importProgress(db: ReadableDb, id: string): FileProgress[] {
  return db
    .prepare<[string], FileProgress>(
      'SELECT source, position FROM import_progress WHERE import = (SELECT id FROM imports WHERE uuid = ?)',
    )
    .all(id);
}

/** How a run of an import came to its end. */
export interface ImportRunEnd {
  readonly state: Exclude<ImportState, 'waiting' | 'running'>;
  /** Marks placed again in this run. */
  readonly placed: Readonly<Record<Placement, number>>;
}

/** Ends a run: the import is over, or it waits to be resumed. */
export function endImport(db: WritableDb, id: string, end: ImportRunEnd, agent: string): void {
  const before = oneImport(db, id)?.placed ?? noPlacements;
  const placed = Object.fromEntries(
    Object.entries(end.placed).map(([placement, count]) => [placement, count + before[placement as Placement]]),
  );
  const over = end.state === 'ended' || end.state === 'cancelled';
  db.prepare('UPDATE imports SET state = ?, ended = ?, cancelled = ?, placed = ? WHERE uuid = ?').run(
    end.state,
    over ? now() : null,
    end.state === 'cancelled' ? 1 : 0,
    JSON.stringify(placed),
    id,
  );
  if (!over) return;
  db.prepare('DELETE FROM import_progress WHERE import = (SELECT id FROM imports WHERE uuid = ?)').run(id);
  const counts = oneImport(db, id)?.counts;
  const told = importOutcomes
    .filter((outcome) => (counts?.[outcome] ?? 0) > 0)
    .map((outcome) => `${counts?.[outcome]} ${outcome}`);
  const cancelled = end.state === 'cancelled';
  recordEvent(db, {
    kind: 'import',
    agent,
    subject: `import ${id}`,
    outcome:
      (counts?.refused ?? 0) + (counts?.partial ?? 0) + (counts?.unmapped ?? 0) > 0 || cancelled
        ? 'warning'
        : 'success',
    detail: `${cancelled ? 'Cancelled: ' : ''}${told.length === 0 ? 'nothing was found' : told.join(', ')}.`,
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
      {
        rowid: number;
        id: ImportId;
        state: ImportState;
        roots: string;
        started: string;
        ended: string | null;
        placed: string;
      }
    >(`SELECT i.id AS rowid, i.uuid AS id, i.state, i.roots, i.started, i.ended, i.placed FROM imports i ${rest}`)
    .all(...parameters)
    .map((row) => {
      const found = new Map(counts.all(row.rowid).map(({ outcome, count }) => [outcome, count]));
      return {
        id: row.id,
        state: row.state,
        chosen: (JSON.parse(row.roots) as string[]).map((root) => basename(root)),
        started: row.started,
        ended: row.ended,
        cancelled: row.state === 'cancelled',
        counts: Object.fromEntries(
          importOutcomes.map((outcome) => [outcome, found.get(outcome) ?? 0]),
        ) as ImportSummary['counts'],
        placed: { ...noPlacements, ...(JSON.parse(row.placed) as Partial<ImportSummary['placed']>) },
      };
    });
}

interface LineRow extends Omit<ImportLine, 'hasFile'> {
  readonly hasFile: number;
}

/** A page of a report, in the order the files were met; `words` are looked for in path, title and reason. */
export function importLines(
  db: ReadableDb,
  query: {
    readonly id: string;
    readonly outcome: ImportOutcome | null;
    readonly words: string | null;
    readonly offset: number;
    readonly limit: number;
  },
): { rows: ImportLine[]; total: number } {
  const { offset, limit, ...asked } = query;
  const where = `l.import = (SELECT id FROM imports WHERE uuid = :id) AND (:outcome IS NULL OR l.outcome = :outcome)
    AND (:words IS NULL OR instr(lower(l.path || char(10) || coalesce(l.title, '') || char(10) || coalesce(l.reason, '')), lower(:words)) > 0)`;
  return {
    rows: db
      .prepare<[typeof query], LineRow>(
        `SELECT l.id AS number, l.path, l.outcome, l.article, l.revision, l.title, l.reason, l.bytes, l.source IS NOT NULL AS hasFile
         FROM import_lines l WHERE ${where} ORDER BY l.id LIMIT :limit OFFSET :offset`,
      )
      .all({ ...asked, offset, limit })
      .map((row) => ({ ...row, hasFile: row.hasFile === 1 })),
    total:
      db.prepare<[typeof asked], number>(`SELECT count(*) FROM import_lines l WHERE ${where}`).pluck().get(asked) ?? 0,
  };
}

/** The files on this machine that lines of a report are about, each once. */
export function lineSources(db: ReadableDb, id: string, numbers: readonly number[]): string[] {
  return db
    .prepare<[string, string], string>(
      `SELECT DISTINCT l.source FROM import_lines l
       WHERE l.id IN (SELECT value FROM json_each(?)) AND l.import = (SELECT id FROM imports WHERE uuid = ?) AND l.source IS NOT NULL`,
    )
    .pluck()
    .all(JSON.stringify(numbers), id);
}

/** Imports that a process left behind when it ended wait to be resumed. */
export function interruptAbandonedImports(db: WritableDb): void {
  db.prepare("UPDATE imports SET state = 'interrupted' WHERE state IN ('waiting', 'running')").run();
}
