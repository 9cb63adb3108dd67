import type { StatementKind, StatementState } from '../../main/contract/index.ts';
import { countedOnce } from '../counted-once.ts';
import { containing, fold } from '../fold.ts';
import type { ReadableDb } from '../types.ts';
import { spokenBy, spokenFor } from './joint-speakers.ts';
import type { StatementCondition } from './search-plan.ts';
import { statementSql } from './search-sql.ts';
import { namedLike } from './speakers.ts';

export interface LedgerFilter {
  readonly article: string | null;
  /** Parts of names, case and diacritics folded. */
  readonly speaker: string | null;
  /** Whose words, by id. */
  readonly person?: string | null;
  /** Only what nobody is named as the speaker of. */
  readonly unnamed?: boolean;
  readonly organization: string | null;
  /** For whom somebody spoke, by id. */
  readonly organizationId?: string | null;
  readonly role: string | null;
  /** An FTS5 expression for the words of the statement itself; never a person's own text. */
  readonly words: string | null;
  /** What else was asked for in the words of the search language. */
  readonly asked?: readonly StatementCondition[];
  readonly kind: StatementKind | null;
  /** Null: suggested and confirmed ones. */
  readonly state: StatementState | null;
  /** Both bounds belong to the range, whole: to `2016-11` belongs every day of that November. */
  readonly saidAfter: string | null;
  readonly saidBefore: string | null;
  /** Suggestions that are less sure are counted and left out. */
  readonly leastSure?: number;
  /** True: what has no day of its own is shown beside what was said in the range; or it alone. */
  readonly undated: true | 'only' | null;
  /** Part of the article's publication. */
  readonly publication: string | null;
  /** The article's publication, as it names it. */
  readonly publicationIs?: string | null;
  /** The language of the article, as BCP 47; a region of it too. */
  readonly language: string | null;
  /** These are listed whatever has been decided about them: no row goes while somebody goes through the list. By id. */
  readonly kept?: readonly string[];
}

/** Up to so many statements that an index gives are read and sorted; more are met on a walk along the order. */
const fewMatches = 500;

/** The statements in which a person speaks, alone or with others. */
const wordsOfPerson = `SELECT s.id FROM statements s WHERE s.speaker = (SELECT id FROM speakers WHERE uuid = :person)
  UNION SELECT j.statement FROM joint_speakers j WHERE j.speaker = (SELECT id FROM speakers WHERE uuid = :person)`;

/** Every 64th row looks whether the call was given up (see db/cancel.ts). */
const keepGoing = '(s.id & 63 <> 0 OR keep_going())';

export interface Parameters {
  [name: string]: string | number | null;
}

/** A part of the ledger: where its statements are found, and what holds of them. */
export interface Part {
  readonly from: string;
  readonly where: string;
  /**
   * Where it is gathered and then sorted, and in which order of its own, if it has one; null where it is met along the
   * index of the order that is asked for.
   */
  readonly gathered: { readonly from: string; readonly order: string | null } | null;
  readonly parameters: Parameters;
}

/** The part of the ledger that a filter leaves, whatever has been decided about its statements. */
export function partOf(db: ReadableDb, filter: LedgerFilter): Part {
  const parameters: Parameters = {};
  const conditions: string[] = ['s.binned IS NULL', keepGoing];
  const when = (condition: string, name: string, value: string | null | undefined): void => {
    if (value === null || value === undefined) return;
    conditions.push(condition);
    parameters[name] = value;
  };
  when(spokenBy(namedLike(':speaker')), 'speaker', filter.speaker === null ? null : containing(filter.speaker));
  when(
    spokenFor(`SELECT id FROM organizations WHERE folded LIKE :organization ESCAPE '\\'`),
    'organization',
    filter.organization === null ? null : containing(filter.organization),
  );
  when(spokenFor('SELECT id FROM organizations WHERE uuid = :organizationId'), 'organizationId', filter.organizationId);
  when(
    `(s.role IN (SELECT value FROM json_each(:roles))
      OR s.id IN (SELECT j.statement FROM joint_speakers j WHERE j.role IN (SELECT value FROM json_each(:roles))))`,
    'roles',
    filter.role === null ? null : JSON.stringify(rolesWith(db, filter.role)),
  );
  if (filter.unnamed === true) conditions.push('s.speaker IS NULL');
  when('s.kind = :kind', 'kind', filter.kind);
  // What has a day of its own is dated by it, so the order's index is entered there. Every more precise date of a
  // bound's own period begins with the bound.
  const inRange = [
    ...(filter.saidAfter === null ? [] : ['s.dated >= :after']),
    ...(filter.saidBefore === null ? [] : [`s.dated < :before || '~'`]),
  ];
  if (filter.saidAfter !== null) parameters.after = filter.saidAfter;
  if (filter.saidBefore !== null) parameters.before = filter.saidBefore;
  if (filter.undated === 'only') conditions.push('s.said IS NULL');
  else if (inRange.length > 0)
    conditions.push(
      ...(filter.undated === null
        ? ['s.said IS NOT NULL', ...inRange]
        : [`(s.said IS NULL OR (${inRange.join(' AND ')}))`]),
    );
  when(
    's.article IN (SELECT id FROM articles WHERE publication IN (SELECT value FROM json_each(:publications)))',
    'publications',
    filter.publication === null ? null : JSON.stringify(publicationsWith(db, filter.publication)),
  );
  when(
    's.article IN (SELECT id FROM articles WHERE publication = :publicationIs)',
    'publicationIs',
    filter.publicationIs,
  );
  when(
    `s.article IN (SELECT id FROM articles WHERE lower(language) = :language OR lower(language) LIKE :language || '-%')`,
    'language',
    filter.language?.toLowerCase(),
  );
  for (const condition of filter.asked ?? []) conditions.push(named(condition, parameters));
  const { words } = filter;
  const matching = 'SELECT rowid AS id FROM statement_index WHERE statement_index MATCH :words';
  if (words !== null) parameters.words = words;
  if (filter.article !== null) {
    when('a.uuid = :article', 'article', filter.article);
    conditions.push('a.binned IS NULL');
    if (words !== null) conditions.push(`s.id IN (${matching})`);
    return gathered('FROM articles a CROSS JOIN statements s ON s.article = a.id', conditions, parameters, inText);
  }
  // A set of ids, for the bin is small: articles are not looked up one by one.
  conditions.push('s.article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL)');
  // By the index that holds all that is asked and sorted by: of somebody with twenty thousand statements no row is read.
  const from = (ids: string) => `FROM (${ids}) w CROSS JOIN statements s INDEXED BY statements_found ON s.id = w.id`;
  if (filter.person !== undefined && filter.person !== null) {
    parameters.person = filter.person;
    if (words !== null) conditions.push(`s.id IN (${matching})`);
    return gathered(from(wordsOfPerson), conditions, parameters, null);
  }
  if (words !== null && isFew(db, matching, parameters)) return gathered(from(matching), conditions, parameters, null);
  if (words !== null) conditions.push(`s.id IN (${matching})`);
  const coded = filter.asked?.find((condition) => condition.kind === 'coded');
  if (coded !== undefined) {
    const ids = `SELECT s.id FROM statements s WHERE ${named(coded, parameters)}`;
    if (isFew(db, ids, parameters)) return gathered(from(ids), conditions, parameters, null);
  }
  return {
    from: 'FROM statements s INDEXED BY statements_ledger',
    where: conditions.join(' AND '),
    gathered: null,
    parameters,
  };
}

/** In an article the ledger is in reading order. */
const inText = `(SELECT p.start FROM statement_placements p WHERE p.statement = s.id AND p.revision = a.current_revision) NULLS LAST, s.id`;

function gathered(from: string, conditions: readonly string[], parameters: Parameters, order: string | null): Part {
  return { from, where: conditions.join(' AND '), gathered: { from, order }, parameters };
}

/** A condition of the search language with its values among the named ones. */
function named(condition: StatementCondition, parameters: Parameters): string {
  const values: (string | number)[] = [];
  const text = statementSql(condition, values);
  let next = 0;
  return text.replace(/\?/g, () => {
    const name = `asked${Object.keys(parameters).length}`;
    parameters[name] = values[next] ?? null;
    next += 1;
    return `:${name}`;
  });
}

function isFew(db: ReadableDb, ids: string, parameters: Parameters): boolean {
  const found = db
    .prepare<[Parameters], number>(`SELECT count(*) FROM (${ids} LIMIT ${fewMatches + 1})`)
    .pluck()
    .get(parameters);
  return (found ?? 0) <= fewMatches;
}

/** Roles are kept as the articles word them, so those that contain the asked one are found here. */
export function rolesWith(db: ReadableDb, part: string): string[] {
  const folded = fold(part);
  return allRoles(db).filter((role) => fold(role).includes(folded));
}

/** Each by itself and joined here: for a UNION SQLite sorts every statement's role, 50 MB of them at 800,000 statements. */
export function allRoles(db: ReadableDb): string[] {
  return countedOnce(db, 'roles', () => {
    const those = (from: string) => db.prepare<[], string>(`SELECT DISTINCT role FROM ${from}`).pluck().all();
    return [
      ...new Set([
        ...those('statements INDEXED BY statements_ledger WHERE binned IS NULL AND role IS NOT NULL'),
        ...those('joint_speakers WHERE role IS NOT NULL'),
      ]),
    ].sort();
  });
}

/** Publications are kept as the articles name them too. */
function publicationsWith(db: ReadableDb, part: string): string[] {
  const folded = fold(part);
  return countedOnce(db, 'publications', () =>
    db.prepare<[], string>('SELECT DISTINCT publication FROM articles WHERE publication IS NOT NULL').pluck().all(),
  ).filter((publication) => fold(publication).includes(folded));
}
