import { assertNever } from '../../main/contract/index.ts';
import { codesOnStatements } from './codes-on-statements.ts';
import { spokenFor } from './joint-speakers.ts';
import type { SearchCondition, SearchStep, StatementCondition } from './search-plan.ts';

export interface Sql {
  readonly text: string;
  readonly parameters: readonly (string | number)[];
}

/** A statement that counts: a person didn't reject it or throw it away. */
const liveStatement = "s.binned IS NULL AND s.state <> 'rejected'";

/**
 * Every 64th row looks whether the search was given up (see db/cancel.ts): often enough to stop within
 * a millisecond, too rarely to cost anything.
 */
const keepGoing = (id: string) => `(${id} & 63 <> 0 OR keep_going())`;

/**
 * The articles that a step finds, each once, as `id`, `rank` (bm25's, smaller is better) and
 * `statement`. With `none` there is only the id: bm25 is worked out only where it is read.
 *
 * Everything is asked of indexes alone, as sets of ids: rows of articles and statements carry texts, lie
 * far apart in the file, and are read for the page that is shown and no more.
 */
export function hitsSql(step: SearchStep, columns: 'all' | 'none'): Sql {
  const parameters: (string | number)[] = [];
  const { walk, condition } = step;
  const all = columns === 'all';
  if (walk === null) {
    const ranked = all && step.rank !== null;
    if (ranked) parameters.push(step.rank);
    // Materialised: else SQLite would ask the index anew for every article.
    const [ranks, joined] = ranked
      ? [
          'WITH ranks AS MATERIALIZED (SELECT rowid AS id, rank FROM search_index WHERE search_index MATCH ?)',
          'LEFT JOIN ranks ON ranks.id = a.id',
        ]
      : ['', ''];
    const where =
      condition === null ? '' : `AND ${keepGoing('a.id')} AND ${conditionSql(condition, '+a.id', parameters)}`;
    return {
      text: `${ranks} SELECT a.id AS id${all ? `, ${ranked ? 'ranks.rank' : 'NULL'} AS rank, NULL AS statement` : ''}
FROM articles a INDEXED BY articles_published ${joined} WHERE a.binned IS NULL ${where}`,
      parameters,
    };
  }
  parameters.push(walk.match);
  if (walk.kind === 'statements') {
    const asked = walk.condition === null ? '' : `AND ${statementSql(walk.condition, parameters)}`;
    const where = condition === null ? '' : `AND ${conditionSql(condition, 's.article', parameters)}`;
    // Beside min(), the other columns come from the row that has the minimum: the best statement.
    return {
      text: `SELECT s.article AS id${all ? ', min(w.rank) AS rank, s.id AS statement' : ''}
FROM statement_index w CROSS JOIN statements s INDEXED BY statements_live ON s.id = w.rowid
WHERE w.statement_index MATCH ? AND ${keepGoing('w.rowid')} AND ${liveStatement}
AND s.article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL) ${asked} ${where}
GROUP BY s.article`,
      parameters,
    };
  }
  // The index holds live articles only, so their table needn't be looked at.
  const where = condition === null ? '' : `AND ${conditionSql(condition, '+w.rowid', parameters)}`;
  return {
    text: `SELECT w.rowid AS id${all ? ', w.rank AS rank, NULL AS statement' : ''}
FROM search_index w WHERE w.search_index MATCH ? AND ${keepGoing('w.rowid')} ${where}`,
    parameters,
  };
}

export interface PageOptions {
  /** There are many hits: by date, the walk goes along the index of dates and ends when the page is full. */
  readonly many: boolean;
  /** From the end of the order to its beginning. */
  readonly backwards?: boolean;
  /** Articles to leave out, by rowid. */
  readonly without?: readonly number[];
}

const orders = {
  newest: { forwards: 'a.published_key DESC, a.id DESC', backwards: 'a.published_key ASC, a.id ASC' },
  oldest: {
    forwards: 'a.published_key ASC NULLS LAST, a.id ASC',
    backwards: 'a.published_key DESC NULLS FIRST, a.id DESC',
  },
} as const;

/**
 * A page of a step's articles; the last two parameters, limit and offset, are the caller's. Articles
 * without a rank or a date come last.
 */
export function pageSql(step: SearchStep, by: 'rank' | 'newest' | 'oldest', options: PageOptions): Sql {
  if (by === 'rank') {
    const hits = hitsSql(step, 'all');
    return {
      text: `WITH hits AS MATERIALIZED (${hits.text})
SELECT id, rank, statement, (SELECT count(*) FROM hits) AS total FROM hits ORDER BY rank IS NULL, rank, id DESC LIMIT ? OFFSET ?`,
      parameters: hits.parameters,
    };
  }
  const order = orders[by][options.backwards === true ? 'backwards' : 'forwards'];
  if (step.walk?.kind === 'statements') {
    const hits = hitsSql(step, 'all');
    return {
      text: `WITH hits AS MATERIALIZED (${hits.text})
SELECT hits.id AS id, rank, statement, NULL AS total FROM hits CROSS JOIN articles a ON a.id = hits.id ORDER BY ${order} LIMIT ? OFFSET ?`,
      parameters: hits.parameters,
    };
  }
  const { many, without = [] } = options;
  const parameters: (string | number)[] = [];
  const id = many ? '+a.id' : 'a.id';
  const where = among(step, id, parameters);
  if (without.length > 0) parameters.push(JSON.stringify(without));
  return {
    text: `SELECT a.id AS id, NULL AS rank, NULL AS statement, NULL AS total FROM articles a ${many ? 'INDEXED BY articles_published' : ''}
WHERE a.binned IS NULL AND ${keepGoing('a.id')} ${where} ${without.length === 0 ? '' : 'AND +a.id NOT IN (SELECT value FROM json_each(?))'}
ORDER BY ${order} LIMIT ? OFFSET ?`,
    parameters,
  };
}

/** That an article is among a step's hits. */
function among(step: SearchStep, id: string, parameters: (string | number)[]): string {
  if (step.walk === null) return step.condition === null ? '' : `AND ${conditionSql(step.condition, id, parameters)}`;
  const hits = hitsSql(step, 'none');
  parameters.push(...hits.parameters);
  return `AND ${id} IN (${hits.text})`;
}

/** A condition on the article whose rowid is `id`, as SQL; its values go to `parameters` in their order. */
export function conditionSql(condition: SearchCondition, id: string, parameters: (string | number)[]): string {
  switch (condition.kind) {
    case 'match':
      parameters.push(condition.match);
      return `${id} IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)`;
    case 'statement': {
      const asked = condition.condition === null ? '' : ` AND ${statementSql(condition.condition, parameters)}`;
      return `${id} IN (SELECT s.article FROM statements s WHERE ${liveStatement}${asked})`;
    }
    case 'code':
      parameters.push(JSON.stringify(condition.codes));
      return `${id} IN (SELECT n.article FROM annotation_codes ac JOIN annotations n ON n.id = ac.annotation
WHERE n.binned IS NULL AND ac.code IN (SELECT value FROM json_each(?)))`;
    case 'published':
      return publishedSql([condition], id, parameters);
    case 'notes':
      return `${id} IN (SELECT article FROM annotations WHERE binned IS NULL AND note <> '')`;
    case 'collection':
      parameters.push(condition.collection);
      return `${id} IN (SELECT article FROM collection_articles WHERE collection = ?)`;
    case 'language':
      parameters.push(condition.tag, condition.tag);
      return `${id} IN (SELECT id FROM articles WHERE lower(language) = ? OR lower(language) LIKE ? || '-%')`;
    case 'found': {
      const hits = hitsSql(condition.step, 'none');
      parameters.push(...hits.parameters);
      return `${id} IN (${hits.text})`;
    }
    case 'not':
      return `NOT ${conditionSql(condition.part, id, parameters)}`;
    case 'or':
      return join(
        'or',
        condition.parts.map((part) => conditionSql(part, id, parameters)),
      );
    case 'and': {
      // One look at an article's date answers both "after" and "before".
      const dates = condition.parts.filter((part) => part.kind === 'published');
      const others = condition.parts.filter((part) => part.kind !== 'published');
      return join('and', [
        ...(dates.length === 0 ? [] : [publishedSql(dates, id, parameters)]),
        ...others.map((part) => conditionSql(part, id, parameters)),
      ]);
    }
    default:
      return assertNever(condition);
  }
}

function publishedSql(
  dates: readonly Extract<SearchCondition, { kind: 'published' }>[],
  id: string,
  parameters: (string | number)[],
): string {
  const limits = dates.map((date) => {
    parameters.push(date.value);
    return `d.published ${date.side === 'after' ? '>=' : '<'} ?`;
  });
  // Asked of each article that is met: half of all dates may be in the range, too many to gather for a few hits.
  return `EXISTS (SELECT 1 FROM articles d INDEXED BY articles_dated WHERE d.id = ${id} AND d.binned IS NULL AND ${limits.join(' AND ')})`;
}

/** Statements of articles in which something carries one of the codes that are its parameter. */
const wordsBesideCodes = `(SELECT id, article FROM statements WHERE binned IS NULL AND article IN (SELECT n.article FROM annotation_codes m
  JOIN annotations n ON n.id = m.annotation WHERE n.binned IS NULL AND m.code IN (SELECT value FROM json_each(?))))`;

/** A condition on the statement `s`. */
export function statementSql(condition: StatementCondition, parameters: (string | number)[]): string {
  switch (condition.kind) {
    case 'match':
      parameters.push(condition.match);
      return 's.id IN (SELECT rowid FROM statement_index WHERE statement_index MATCH ?)';
    case 'speaker':
      parameters.push(JSON.stringify(condition.speakers));
      // Few speak together, and an alternative would read each statement's row.
      if (condition.jointly === undefined) return 's.speaker IN (SELECT value FROM json_each(?))';
      parameters.push(JSON.stringify(condition.jointly));
      return '(s.speaker IN (SELECT value FROM json_each(?)) OR s.id IN (SELECT value FROM json_each(?)))';
    case 'unnamed':
      return 's.speaker IS NULL';
    case 'role': {
      const roles = JSON.stringify(condition.roles);
      parameters.push(roles, roles);
      return `(s.role IN (SELECT value FROM json_each(?)) OR s.id IN (SELECT j.statement FROM joint_speakers j WHERE j.role IN (SELECT value FROM json_each(?))))`;
    }
    case 'organization': {
      const organizations = JSON.stringify(condition.organizations);
      parameters.push(organizations, organizations);
      return spokenFor('SELECT value FROM json_each(?)');
    }
    case 'value':
      parameters.push(condition.value);
      return `s.${condition.column} = ?`;
    case 'said':
      // What has a day of its own is dated by it: the ledger's order is entered there.
      parameters.push(condition.value, condition.value);
      return `(s.said IS NOT NULL AND s.dated >= ? AND s.dated < ? || '~')`;
    case 'coded':
      parameters.push(JSON.stringify(condition.codes), JSON.stringify(condition.codes));
      return `s.id IN (SELECT statement FROM (${codesOnStatements(wordsBesideCodes)}) WHERE code IN (SELECT value FROM json_each(?)))`;
    case 'article':
      return conditionSql(condition.condition, 's.article', parameters);
    case 'not':
      // A statement without a speaker isn't hers: what isn't true is enough.
      return `(${statementSql(condition.part, parameters)}) IS NOT TRUE`;
    case 'and':
    case 'or':
      return join(
        condition.kind,
        condition.parts.map((part) => statementSql(part, parameters)),
      );
    default:
      return assertNever(condition);
  }
}

function join(operator: 'and' | 'or', parts: readonly string[]): string {
  // Of nothing, all holds and none.
  if (parts.length === 0) return operator === 'and' ? '1' : '0';
  return `(${parts.join(operator === 'and' ? ' AND ' : ' OR ')})`;
}
