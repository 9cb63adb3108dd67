import { assertNever } from '../../main/contract/index.ts';
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
 */
export function hitsSql(step: SearchStep, columns: 'all' | 'none'): Sql {
  const parameters: (string | number)[] = [];
  const { walk, condition } = step;
  if (walk === null) {
    const ranked = columns === 'all' && step.rank !== null;
    if (ranked) parameters.push(step.rank);
    const ranks = ranked
      ? 'LEFT JOIN (SELECT rowid AS id, rank FROM search_index WHERE search_index MATCH ?) w ON w.id = a.id'
      : '';
    const where = condition === null ? '' : `AND ${keepGoing('a.id')} AND ${conditionSql(condition, parameters)}`;
    return {
      text: `SELECT a.id AS id${columns === 'all' ? `, ${ranked ? 'w.rank' : 'NULL'} AS rank, NULL AS statement` : ''}
FROM articles a ${ranks} WHERE a.binned IS NULL ${where}`,
      parameters,
    };
  }
  parameters.push(walk.match);
  if (walk.kind === 'statements') {
    const asked = walk.condition === null ? '' : `AND ${statementSql(walk.condition, parameters)}`;
    const where = condition === null ? '' : `AND ${conditionSql(condition, parameters)}`;
    // Beside min(), the other columns come from the row that has the minimum: the best statement.
    return {
      text: `SELECT s.article AS id${columns === 'all' ? ', min(w.rank) AS rank, s.id AS statement' : ''}
FROM statement_index w CROSS JOIN statements s ON s.id = w.rowid CROSS JOIN articles a ON a.id = s.article
WHERE w.statement_index MATCH ? AND ${keepGoing('w.rowid')} AND ${liveStatement} AND a.binned IS NULL ${asked} ${where}
GROUP BY s.article`,
      parameters,
    };
  }
  // The index holds live articles only, so their table is looked at only where more is asked.
  const [articles, where] =
    condition === null
      ? ['', '']
      : ['CROSS JOIN articles a ON a.id = w.rowid', `AND ${conditionSql(condition, parameters)}`];
  return {
    text: `SELECT w.rowid AS id${columns === 'all' ? ', w.rank AS rank, NULL AS statement' : ''}
FROM search_index w ${articles} WHERE w.search_index MATCH ? AND ${keepGoing('w.rowid')} ${where}`,
    parameters,
  };
}

/**
 * A page of a step's articles; the last two parameters, limit and offset, are the caller's. By date,
 * the walk goes along the index of dates and asks whether each article is among the hits, so it ends
 * when the page is full. Articles without a date come last. `without` leaves out those a walk finds.
 */
export function pageSql(step: SearchStep, by: 'rank' | 'newest' | 'oldest', without: SearchStep['walk']): Sql {
  if (by === 'rank') {
    const hits = hitsSql(step, 'all');
    return {
      text: `WITH hits AS MATERIALIZED (${hits.text})
SELECT id, rank, statement FROM hits ORDER BY rank, id DESC LIMIT ? OFFSET ?`,
      parameters: hits.parameters,
    };
  }
  const order = by === 'newest' ? 'a.published_key DESC, a.id DESC' : 'a.published_key ASC NULLS LAST, a.id ASC';
  if (step.walk === null && step.condition === null)
    return {
      text: `SELECT a.id AS id, NULL AS rank, NULL AS statement FROM articles a WHERE a.binned IS NULL ORDER BY ${order} LIMIT ? OFFSET ?`,
      parameters: [],
    };
  if (step.walk?.kind === 'statements') {
    const hits = hitsSql(step, 'all');
    return {
      text: `WITH hits AS MATERIALIZED (${hits.text})
SELECT hits.id AS id, rank, statement FROM hits CROSS JOIN articles a ON a.id = hits.id ORDER BY ${order} LIMIT ? OFFSET ?`,
      parameters: hits.parameters,
    };
  }
  const hits = hitsSql(step, 'none');
  const others = without === null ? null : hitsSql({ walk: without, condition: null, rank: null }, 'none');
  return {
    text: `SELECT a.id AS id, NULL AS rank, NULL AS statement FROM articles a
WHERE a.binned IS NULL AND a.id IN (${hits.text}) ${others === null ? '' : `AND a.id NOT IN (${others.text})`}
ORDER BY ${order} LIMIT ? OFFSET ?`,
    parameters: [...hits.parameters, ...(others?.parameters ?? [])],
  };
}

/** A condition on the article `a`, as SQL; its values go to `parameters` in their order. */
export function conditionSql(condition: SearchCondition, parameters: (string | number)[]): string {
  switch (condition.kind) {
    case 'match':
      parameters.push(condition.match);
      return 'a.id IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)';
    case 'statement': {
      const asked = condition.condition === null ? '' : ` AND ${statementSql(condition.condition, parameters)}`;
      return `a.id IN (SELECT s.article FROM statements s WHERE ${liveStatement}${asked})`;
    }
    case 'code':
      parameters.push(JSON.stringify(condition.codes));
      return `a.id IN (SELECT n.article FROM annotation_codes ac JOIN annotations n ON n.id = ac.annotation
WHERE n.binned IS NULL AND ac.code IN (SELECT value FROM json_each(?)))`;
    case 'published':
      parameters.push(condition.value);
      return condition.side === 'after' ? 'a.published >= ?' : 'a.published < ?';
    case 'notes':
      return "a.id IN (SELECT article FROM annotations WHERE binned IS NULL AND note <> '')";
    case 'collection':
      parameters.push(condition.collection);
      return 'a.id IN (SELECT article FROM collection_articles WHERE collection = ?)';
    case 'not':
      // An article without a date is not before it: what isn't true is enough.
      return `(${conditionSql(condition.part, parameters)}) IS NOT TRUE`;
    case 'and':
    case 'or':
      return join(
        condition.kind,
        condition.parts.map((part) => conditionSql(part, parameters)),
      );
    default:
      return assertNever(condition);
  }
}

/** A condition on the statement `s`. */
export function statementSql(condition: StatementCondition, parameters: (string | number)[]): string {
  switch (condition.kind) {
    case 'match':
      parameters.push(condition.match);
      return 's.id IN (SELECT rowid FROM statement_index WHERE statement_index MATCH ?)';
    case 'speaker':
      parameters.push(JSON.stringify(condition.speakers));
      return 's.speaker IN (SELECT value FROM json_each(?))';
    case 'not':
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
  return `(${parts.join(operator === 'and' ? ' AND ' : ' OR ')})`;
}
