import type { StatementKind, StatementRow, StatementState } from '../../main/contract/index.ts';
import { containing, fold } from '../fold.ts';
import type { ReadableDb } from '../types.ts';
import { besidesStatement, readStatements } from './statements.ts';

export interface LedgerFilter {
  readonly article: string | null;
  /** Parts of names, case and diacritics folded. */
  readonly speaker: string | null;
  readonly organization: string | null;
  readonly role: string | null;
  /** Words of the statement itself; every one of them, the last one as a beginning. */
  readonly query: string | null;
  readonly kind: StatementKind | null;
  /** Null: suggested and confirmed ones. */
  readonly state: StatementState | null;
  /** Both bounds belong to the range, whole: to `2016-11` belongs every day of that November. */
  readonly saidAfter: string | null;
  readonly saidBefore: string | null;
}

/**
 * The ledger: who said what, newest first (in an article: in reading order). `suggested` counts what
 * waits for a decision under the same filter, whatever state is asked for.
 */
export function listStatements(
  db: ReadableDb,
  filter: LedgerFilter,
  page: { readonly offset: number; readonly limit: number },
): { rows: StatementRow[]; total: number; suggested: number } {
  const conditions: string[] = ['s.binned IS NULL', 'a.binned IS NULL'];
  const parameters: Record<string, string | number | null> = {};
  const when = (condition: string, name: string, value: string | null): void => {
    if (value === null) return;
    conditions.push(condition);
    parameters[name] = value;
  };
  when('a.uuid = :article', 'article', filter.article);
  when(
    `s.speaker IN (SELECT id FROM speakers WHERE folded LIKE :speaker ESCAPE '\\')`,
    'speaker',
    filter.speaker === null ? null : containing(filter.speaker),
  );
  when(
    `s.organization IN (SELECT id FROM organizations WHERE folded LIKE :organization ESCAPE '\\')`,
    'organization',
    filter.organization === null ? null : containing(filter.organization),
  );
  when(
    's.role IN (SELECT value FROM json_each(:roles))',
    'roles',
    filter.role === null ? null : JSON.stringify(rolesWith(db, filter.role)),
  );
  when(
    's.id IN (SELECT rowid FROM statement_index WHERE statement_index MATCH :words)',
    'words',
    filter.query === null ? null : matchOf(filter.query),
  );
  when('s.kind = :kind', 'kind', filter.kind);
  when('s.said >= :after', 'after', filter.saidAfter);
  // Every more precise date of the bound's own period begins with the bound.
  when(`s.said < :before || '~'`, 'before', filter.saidBefore);

  // Which rows come first is found on the narrow tables; only the page itself reads texts and metadata.
  const candidates = `FROM statements s JOIN articles a ON a.id = s.article WHERE ${conditions.join(' AND ')}`;
  const ofState = filter.state === null ? `s.state <> 'rejected'` : 's.state = :state';
  const state = filter.state === null ? {} : { state: filter.state };
  const order =
    filter.article === null
      ? `coalesce(s.said, a.published_key, '') DESC, s.article DESC, s.id`
      : `(SELECT p.start FROM statement_placements p WHERE p.statement = s.id AND p.revision = a.current_revision) NULLS LAST, s.id`;
  const counts = db
    .prepare<[typeof parameters], { total: number; suggested: number }>(
      `SELECT count(*) FILTER (WHERE ${ofState}) AS total, count(*) FILTER (WHERE s.state = 'suggested') AS suggested ${candidates}`,
    )
    .get({ ...parameters, ...state });
  const ids = db
    .prepare<[typeof parameters], number>(
      `SELECT s.id ${candidates} AND ${ofState} ORDER BY ${order} LIMIT :limit OFFSET :offset`,
    )
    .pluck()
    .all({ ...parameters, ...state, limit: page.limit, offset: page.offset });
  return {
    rows: readStatements(
      db,
      `FROM json_each(:ids) wanted JOIN statements s ON s.id = wanted.value ${besidesStatement} ORDER BY wanted.key`,
      { ids: JSON.stringify(ids) },
    ),
    total: counts?.total ?? 0,
    suggested: counts?.suggested ?? 0,
  };
}

/** Roles are kept as the articles word them, so those that contain the asked one are found here. */
function rolesWith(db: ReadableDb, part: string): string[] {
  const folded = fold(part);
  return db
    .prepare<[], string>('SELECT DISTINCT role FROM statements WHERE role IS NOT NULL')
    .pluck()
    .all()
    .filter((role) => fold(role).includes(folded));
}

/**
 * An FTS5 expression for typed words: each a quoted string, so that nothing typed is syntax; quoted
 * phrases stay together; the last word may be unfinished. Null when there is no word in it.
 */
function matchOf(query: string): string | null {
  const pieces = [...query.matchAll(/"([^"]*)"?|[^\s"]+/gu)]
    .map(([whole, phrase]) => ({ words: phrase ?? whole, phrase: phrase !== undefined }))
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
  if (pieces.length === 0) return null;
  return pieces
    .map(({ words, phrase }, index) => `"${words}"${index === pieces.length - 1 && !phrase ? '*' : ''}`)
    .join(' AND ');
}
